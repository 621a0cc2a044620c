package io.clipmeter.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class RebuildIT {
  private static final List<Topic> HEARD =
      List.of(
          Topic.CAMPAIGNS,
          Topic.SUBMISSIONS,
          Topic.VIEW_UPDATES,
          Topic.EARNINGS,
          Topic.CAMPAIGN_COMPLETIONS,
          Topic.PAYOUTS,
          Topic.VIDEOS);

  private static final Instant NOON_OF_9000 = Instant.parse("9000-01-01T12:00:00Z");

  @Autowired Records records;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;

  @Autowired
  @Qualifier("consumers")
  SmartLifecycle consumers;

  @Test
  void theTopicsGiveTheSameTablesAgain() {
    Said one = Said.of("rebuilt-1");
    Said two = Said.of("rebuilt-2").in("EUR");
    records.say(one.active(), one.campaign(2, CampaignStatus.PAUSED, "Winter"), two.active());
    records.say(one.received(), one.approved(10), two.received(), two.rejected(), one.completed());
    records.say(
        one.views(500, 1), one.views(300, 2), one.accrued("1.25", 1), one.finalized("1.25"));
    records.say(one.payout("REQUESTED", "1.00"), one.payout("PAID", "1.00"));
    records.say(one.adjusted(Said.id(), "-0.25"), one.held(Said.id(), "0.50"));
    records.say(one.another().accrued("1.75", 5, NOON_OF_9000));
    SaidVideo video = SaidVideo.tiktok("rebuilt-1").by("mila").tagged("Rebuilt").at(5);
    records.say(video.observed(), video.views(99).at(7).observed(), video.at(6).unavailable());
    Tables tables = new Tables(jdbc);

    rebuild(tables);
    Map<String, String> once = tables.all();
    rebuild(tables);

    assertThat(tables.all()).isEqualTo(once);
    assertThat(tables.sumsThatDiffer()).isEmpty();
    assertThat(tables.daysThatDiffer()).isEmpty();
    assertThat(once.get("campaign")).contains("Winter").contains("Summer");
    assertThat(once.get("clip")).contains("REJECTED").contains(",1250000,").contains(",300,");
    assertThat(once.get("completion")).contains("BUDGET_SPENT");
    assertThat(once.get("payout")).contains("PAID");
    assertThat(once.get("adjustment")).contains(",-250000,");
    assertThat(once.get("held_money")).contains(",500000,").contains("9000-");
    assertThat(once.get("video")).contains("rebuilt-1").contains(",99,").contains("DELETED");
    assertThat(once.get("found_day")).contains("rebuilt,1,1,99");
  }

  private void rebuild(Tables tables) {
    consumers.stop();
    jdbc.sql("SELECT forget_read_models()").query((rs, n) -> 0).list();
    assertThat(tables.all().values()).allMatch(String::isEmpty);
    consumers.start();
    await().atMost(Duration.ofSeconds(90)).until(this::everythingIsRead);
  }

  private boolean everythingIsRead() {
    return HEARD.stream()
        .allMatch(
            topic ->
                jdbc.sql(
                        "SELECT coalesce(sum(next_offset), 0) FROM chassis.consumer_offset WHERE"
                            + " topic = ?")
                    .param(topic.topicName())
                    .query(Long.class)
                    .single()
                    .equals(records.end(topic.topicName())));
  }

  @Test
  void whatCannotBeReadIsSetAsideAndStopsNobody() {
    Said clip = Said.of("poisoned");
    String topic = Topic.EARNINGS.topicName();
    String type = clip.accrued("1.00", 1).type().ceType();
    byte[] noJson = "{\"amount\":".getBytes(StandardCharsets.UTF_8);
    byte[] wrong = "{\"clipId\":\"x\",\"amount\":12.5}".getBytes(StandardCharsets.UTF_8);
    records.say(topic, "poison-1", type, noJson);
    records.say(topic, "poison-2", type, wrong);
    records.say(topic, "unknown", "io.clipmeter.invented-later.v1", noJson);
    records.say(clip.accrued("1.00", 1));

    Tables tables = new Tables(jdbc);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(tables.all().get("clip")).contains("poisoned");
              assertThat(records.keys(topic + ".analytics-earnings.dlt"))
                  .contains("poison-1", "poison-2")
                  .doesNotContain("unknown");
            });
    assertThat(meters.get("clipmeter.analytics.facts").tag("topic", topic).counter().count())
        .isPositive();
  }
}
