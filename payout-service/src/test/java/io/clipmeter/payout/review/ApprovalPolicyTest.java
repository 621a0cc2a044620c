package io.clipmeter.payout.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import io.clipmeter.payout.balance.Balance;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Approval;
import io.clipmeter.payout.request.PayoutStatus;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # status  | two   | first | admin   | verdict
          REQUESTED | false | -     | anna    | Approved[]
          REQUESTED | true  | -     | anna    | First[]
          REQUESTED | true  | anna  | bert    | Approved[]
          REQUESTED | true  | anna  | anna    | Refused[refusal=SecondApproverRequired[]]
          APPROVED  | true  | anna  | bert    | Refused[refusal=NotRequested[status=APPROVED]]
          SENDING   | false | -     | anna    | Refused[refusal=NotRequested[status=SENDING]]
          CANCELLED | false | -     | anna    | Refused[refusal=NotRequested[status=CANCELLED]]
          """)
  void anAdminsAgreementMeans(
      PayoutStatus status, boolean two, String first, String admin, String verdict) {
    Approval approval = first.equals("-") ? null : new Approval(first, NOW);
    PayoutRequest payout =
        new PayoutRequest(
            UUID.randomUUID(),
            "clipper",
            Money.of("20", "USD"),
            PayoutMethod.PAYPAL,
            "***",
            status,
            NOW,
            two,
            approval,
            null,
            null,
            null);
    assertThat(ApprovalPolicy.decide(payout, admin, false, left("0"))).hasToString(verdict);
    boolean agreed = verdict.equals("Approved[]") || verdict.equals("First[]");
    assertThat(ApprovalPolicy.decide(payout, admin, true, left("-0.01")).toString())
        .startsWith("Refused")
        .matches(refused -> refused.contains("EarningsInQuestion") || !agreed);
    assertThat(ApprovalPolicy.decide(payout, admin, false, left("-0.000001")).toString())
        .startsWith("Refused")
        .matches(refused -> refused.contains("BalanceBelowZero") || !agreed);
  }

  /** So much is available beside the payout of 20. */
  private static Balance left(String available) {
    Money reserved = Money.of("20", "USD");
    Money nothing = Money.zero(reserved.currency());
    return new Balance(reserved.plus(Money.of(available, "USD")), nothing, reserved, nothing);
  }
}
