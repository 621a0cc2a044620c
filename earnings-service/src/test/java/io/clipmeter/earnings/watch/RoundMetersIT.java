package io.clipmeter.earnings.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RoundMetersIT extends RunningService {
  @Autowired MeterRegistry meters;
  private final Story story = new Story(UUID.randomUUID());
  private final UUID read = UUID.randomUUID();
  private final UUID unread = UUID.randomUUID();

  @Test
  void aRoundIsCountedWhenItIsHeldAndOnceMoreWhenItIsSettled() {
    double held = meters.get("clipmeter.earnings.rounds.held").counter().count();
    long settled = ended("SETTLED");
    long after = ended("AFTER_COMPLETION");
    double open = open("HELD");
    wire.send(story.changed("10"));
    wire.send(story.approved(read, "alice", 0));
    wire.send(story.approved(unread, "bob", 0));

    UUID first = UUID.randomUUID();
    wire.send(story.observed(first, read, 6_000));
    wire.send(story.unavailable(first, unread));
    wire.send(story.closed(first, 1, 2, 1));
    eventually(() -> assertThat(open("HELD")).isEqualTo(open + 1));
    eventually(
        () ->
            assertThat(meters.get("clipmeter.earnings.rounds.held").counter().count())
                .isEqualTo(held + 1));
    assertThat(ended("SETTLED")).isEqualTo(settled);

    both(2, 8_000);
    both(3, 9_000);
    eventually(() -> assertThat(ended("AFTER_COMPLETION")).isEqualTo(after + 1));
    assertThat(ended("SETTLED")).isEqualTo(settled + 2);
    assertThat(open("HELD")).isEqualTo(open);
  }

  @Test
  void everyConsumerShowsItsDeadLettersBeforeTheFirst() {
    assertThat(meters.get("clipmeter.dead.letters").counters())
        .extracting(counter -> counter.getId().getTag("topic"))
        .containsExactlyInAnyOrder(
            Topic.CAMPAIGNS.topicName(),
            Topic.SUBMISSIONS.topicName(),
            Topic.VIEW_UPDATES.topicName(),
            Topic.TRACKING_ROUNDS.topicName());
  }

  private void both(long number, long views) {
    UUID round = UUID.randomUUID();
    wire.send(story.observed(round, read, views));
    wire.send(story.observed(round, unread, views));
    wire.send(story.closed(round, number, 2, 2));
  }

  private long ended(String status) {
    return meters.get("clipmeter.earnings.rounds.settled").tag("status", status).timer().count();
  }

  private double open(String status) {
    return meters.get("clipmeter.earnings.rounds.open").tag("status", status).gauge().value();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
  }
}
