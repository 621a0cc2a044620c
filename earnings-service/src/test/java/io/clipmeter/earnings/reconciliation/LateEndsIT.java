package io.clipmeter.earnings.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.events.CompletionReason;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Campaigns whose end is late; the settings are those of the other test of this package. */
@TestPropertySource(
    properties = {
      "clipmeter.earnings.reconciliation.every=1h",
      "clipmeter.earnings.reconciliation.recount-every=1m"
    })
class LateEndsIT extends RunningService {
  @Autowired ReconciliationClock clock;
  @Autowired MeterRegistry meters;

  @Test
  void aCampaignThatWasToEndAnHourAgoAndHasNotIsCountedUntilItHas() {
    clock.check();
    double before = late();
    UUID late = UUID.randomUUID();
    UUID soon = UUID.randomUUID();
    Instant now = Instant.now();
    toEnd(late, now.minusSeconds(3_700));
    toEnd(soon, now.minusSeconds(3_500));
    clock.check();

    assertThat(late()).isEqualTo(before + 1);

    wire.send(new Story(late).trackingEnded(2, 0));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                one("SELECT count(*) FROM campaign WHERE id = ? AND completed_at IS NULL", late)
                    == 0);
    clock.check();
    assertThat(late()).isEqualTo(before);
  }

  private void toEnd(UUID id, Instant told) {
    Story story = new Story(id);
    wire.send(story.changed("100"));
    wire.send(story.change(2).ending(CompletionReason.ENDED_BY_ADMIN).event(told));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> one("SELECT count(*) FROM campaign WHERE id = ? AND version = 2", id) == 1);
  }

  private double late() {
    return meters.get("clipmeter.earnings.campaigns.ending.late").gauge().value();
  }
}
