package io.clipmeter.payout.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.payment.Ending;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResultPolicyTest {
  private static final UUID ONE = UUID.randomUUID();
  private static final UUID TWO = UUID.randomUUID();
  private static final UUID DONE = UUID.randomUUID();
  private static final UUID FOREIGN = UUID.randomUUID();
  private static final Map<UUID, PayoutRequest> RUN =
      Map.of(
          ONE, payout(ONE, PayoutStatus.SENDING),
          TWO, payout(TWO, PayoutStatus.SENDING),
          DONE, payout(DONE, PayoutStatus.PAID));

  @Test
  void aListOfWhatIsOnItsWayIsTaken() {
    assertThat(ResultPolicy.refusal("boss", List.of(paid(ONE, "T1"), failed(TWO)), RUN)).isEmpty();
    assertThat(ResultPolicy.refusal("boss", List.of(paid(ONE, "T1"), paid(TWO, "T2")), RUN))
        .isEmpty();
  }

  @Test
  void oneWrongLineRefusesTheWholeList() {
    assertThat(ResultPolicy.refusal("boss", List.of(paid(ONE, "T1"), paid(FOREIGN, "T2")), RUN))
        .hasValue(new RunRefusal.NotInRun(FOREIGN));
    assertThat(ResultPolicy.refusal("boss", List.of(paid(ONE, "T1"), failed(ONE)), RUN))
        .hasValue(new RunRefusal.ResultTwice(ONE));
    assertThat(ResultPolicy.refusal("boss", List.of(paid(ONE, "T1"), failed(DONE)), RUN))
        .hasValue(new RunRefusal.NotSending(DONE, PayoutStatus.PAID));
    assertThat(ResultPolicy.refusal("boss", List.of(paid(ONE, "T1"), paid(TWO, "T1")), RUN))
        .hasValue(new RunRefusal.TransactionTwice(TWO));
    assertThat(ResultPolicy.refusal("clipper " + TWO, List.of(failed(ONE), failed(TWO)), RUN))
        .hasValue(new RunRefusal.OwnPayout(TWO));
  }

  private static PayoutRequest payout(UUID id, PayoutStatus status) {
    return new PayoutRequest(
        id,
        "clipper " + id,
        Money.of("20", "USD"),
        PayoutMethod.BANK,
        "***",
        status,
        Instant.EPOCH,
        false,
        null,
        null,
        null,
        null);
  }

  private static Ending paid(UUID id, String transaction) {
    return new Ending.Paid(id, transaction, null);
  }

  private static Ending failed(UUID id) {
    return new Ending.Failed(id, "The account is closed");
  }
}
