package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SystemClock;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Nobody has to do anything after the approval. Its context ends with it: a runner that went on
 * would pay what later tests approve.
 */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {
      "db-scheduler.enabled=true",
      "db-scheduler.polling-interval=100ms",
      "clipmeter.payout.paypal.tick=1s",
      "clipmeter.payout.paypal.first-gap=100ms"
    })
class PayPalScheduleIT extends PayPalStage {
  @Autowired private Clock turns;

  @Test
  void turnsAreNotSetByTheMachinesClock() {
    assertThat(turns).isNotInstanceOf(SystemClock.class);
  }

  @Test
  void anApprovedPayoutIsPaidByItselfAndNoLogSaysWhereTo(CapturedOutput output) {
    String id = newClipper();
    UUID payout =
        clipperWith(id, "50")
            .post(
                "/api/clippers/payout-request",
                "key",
                "{\"amount\":{\"amount\":\"20.00\",\"currency\":\"USD\"},\"method\":\"PAYPAL\","
                    + "\"details\":{\"email\":\"canary.bird@nest.example\"}}")
            .id();
    loseOnce();
    admin("boss").approve(payout);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(status(payout)).isEqualTo("PAID"));
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/0.00/20.00/30.00");
    assertThat(SERVER.orders(payout)).isEqualTo(2);
    assertThat(output.getAll()).contains(payout.toString()).doesNotContain("canary", "A21AA");
  }
}
