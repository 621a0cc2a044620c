package io.clipmeter.payout.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import io.clipmeter.payout.balance.Balance;
import io.clipmeter.payout.request.PayoutPolicy.Limits;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutPolicyTest {
  private static final UUID OTHER = UUID.randomUUID();

  /** In the order in which reasons are given. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # amount  | available | in flight | answer
          20.00     | 20.00     | frozen    | EarningsInQuestion[]
          20.01     | 20.00     | frozen    | EarningsInQuestion[]
          200.01    | 100       | frozen    | AboveMaximum[maximum=200.00 USD]
          20.00     | 20.00     | no        | granted
          20.00     | 20.009999 | no        | granted
          99.99     | 100       | no        | granted
          100.00    | 100       | no        | granted
          100.01    | 100       | no        | InsufficientBalance[available=100.00 USD]
          20.00     | 19.999999 | no        | InsufficientBalance[available=19.999999 USD]
          20.00     | 0         | no        | InsufficientBalance[available=0.00 USD]
          200.00    | 200       | no        | granted
          200.01    | 100       | yes       | AboveMaximum[maximum=200.00 USD]
          200.001   | 100       | no        | NotPayable[payable=200.00 USD]
          20.00     | 100       | yes       | InFlight
          100.01    | 100       | yes       | InFlight
          19.99     | 100       | no        | BelowMinimum[minimum=20.00 USD]
          19.99     | 0         | yes       | BelowMinimum[minimum=20.00 USD]
          0         | 100       | no        | BelowMinimum[minimum=20.00 USD]
          20.001    | 100       | no        | NotPayable[payable=20.00 USD]
          20.019999 | 100       | yes       | NotPayable[payable=20.01 USD]
          0.000001  | 0         | no        | NotPayable[payable=0.00 USD]
          """)
  void givesTheFirstReasonAgainstAPayout(
      String amount, String available, String inFlight, String answer) {
    Optional<Refusal> refusal =
        PayoutPolicy.refusal(
            dollars(amount),
            new Limits(dollars("20"), dollars("200.00")),
            inFlight.equals("yes") ? Optional.of(OTHER) : Optional.empty(),
            inFlight.equals("frozen"),
            balanceOf(available));
    assertThat(refusal.map(Object::toString).orElse("granted")).startsWith(answer);
  }

  /** Earned and paid before: neither counts, only what is available. */
  private static Balance balanceOf(String available) {
    Money other = dollars("1000000");
    Money reserved = dollars("7");
    return new Balance(
        dollars(available).plus(other).plus(reserved).plus(dollars("3")),
        dollars("3"),
        reserved,
        other);
  }

  private static Money dollars(String amount) {
    return Money.of(amount, "USD");
  }
}
