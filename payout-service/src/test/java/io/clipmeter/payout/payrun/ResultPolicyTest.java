package io.clipmeter.payout.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.payment.Ending;
import io.clipmeter.payout.request.PayoutStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResultPolicyTest {
  private static final UUID ONE = UUID.randomUUID();
  private static final UUID TWO = UUID.randomUUID();
  private static final UUID DONE = UUID.randomUUID();
  private static final UUID FOREIGN = UUID.randomUUID();
  private static final Map<UUID, PayoutStatus> RUN =
      Map.of(ONE, PayoutStatus.SENDING, TWO, PayoutStatus.SENDING, DONE, PayoutStatus.PAID);

  @Test
  void aListOfWhatIsOnItsWayIsTaken() {
    assertThat(ResultPolicy.refusal(List.of(paid(ONE, "T1"), failed(TWO)), RUN)).isEmpty();
    assertThat(ResultPolicy.refusal(List.of(paid(ONE, "T1"), paid(TWO, "T2")), RUN)).isEmpty();
  }

  @Test
  void oneWrongLineRefusesTheWholeList() {
    assertThat(ResultPolicy.refusal(List.of(paid(ONE, "T1"), paid(FOREIGN, "T2")), RUN))
        .hasValue(new RunRefusal.NotInRun(FOREIGN));
    assertThat(ResultPolicy.refusal(List.of(paid(ONE, "T1"), failed(ONE)), RUN))
        .hasValue(new RunRefusal.ResultTwice(ONE));
    assertThat(ResultPolicy.refusal(List.of(paid(ONE, "T1"), failed(DONE)), RUN))
        .hasValue(new RunRefusal.NotSending(DONE, PayoutStatus.PAID));
    assertThat(ResultPolicy.refusal(List.of(paid(ONE, "T1"), paid(TWO, "T1")), RUN))
        .hasValue(new RunRefusal.TransactionTwice(TWO));
  }

  private static Ending paid(UUID id, String transaction) {
    return new Ending.Paid(id, transaction, null);
  }

  private static Ending failed(UUID id) {
    return new Ending.Failed(id, "The account is closed");
  }
}
