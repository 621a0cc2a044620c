package io.clipmeter.earnings.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.earnings.gathering.FedMemory;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What a consumer kept before it died, and nobody else will ever ask for. */
class SweepIT extends RunningService {
  private static final TopicPartition PLACE = new TopicPartition("any", 0);

  @Autowired private ApplicationContext service;
  @Autowired private TransactionTemplate transaction;
  private final UUID campaign = UUID.randomUUID();
  private final UUID clip = UUID.randomUUID();
  private final Story story = new Story(campaign);

  @Test
  void aRoundThatWaitsWholeIsSettled() {
    begin(story, clip);
    keepAndDie(round(story, clip));
    assertThat(spent(campaign)).isZero();

    new Sweeper(service).sweep();

    assertThat(spent(campaign)).isEqualTo(2_500_000);
    assertThat(waiting(campaign)).isZero();
  }

  @Test
  void aCampaignWhoseTrackingHasEndedIsEnded() {
    begin(story, clip);
    wire.send(story.change(2).ending(CompletionReason.ENDED_BY_ADMIN).event());
    eventually("SELECT count(*) FROM campaign WHERE id = ? AND version = 2", campaign);
    keepAndDie(round(story, clip));
    keepAndDie(List.of(story.trackingEnded(2, 1)));

    new Sweeper(service).sweep();

    assertThat(spent(campaign)).isEqualTo(2_500_000);
    assertThat(
            one(
                "SELECT refunded_micros FROM campaign WHERE id = ? AND completed_at IS NOT NULL",
                campaign))
        .isEqualTo(97_500_000);
  }

  @Test
  void aCampaignThatIsToEndAndHasNoRoundLeftIsEnded() {
    begin(story, clip);
    wire.send(story.change(2).ending(CompletionReason.ENDED_BY_TIME).event());
    eventually("SELECT count(*) FROM campaign WHERE id = ? AND version = 2", campaign);
    keepAndDie(List.of(story.trackingEnded(2, 0)));

    new Sweeper(service).sweep();

    assertThat(one("SELECT refunded_micros FROM campaign WHERE id = ?", campaign))
        .isEqualTo(100_000_000);
  }

  @Test
  void aCampaignEndsWithAsManyClipsAsWereApprovedAndNotBefore() {
    begin(story, clip);
    UUID late = UUID.randomUUID();
    wire.send(story.change(2).ending(CompletionReason.ENDED_BY_ADMIN).event().withApprovedClips(2));
    wire.send(story.trackingEnded(2, 0));
    eventually("SELECT count(*) FROM tracking_end WHERE campaign_id = ?", campaign);
    eventually("SELECT count(*) FROM campaign WHERE id = ? AND version = 2", campaign);

    new Sweeper(service).sweep();
    assertThat(one("SELECT count(*) FROM completion WHERE campaign_id = ?", campaign)).isZero();

    wire.send(story.approved(late, "bob", 0));
    eventually("SELECT count(*) FROM completion WHERE campaign_id = ?", campaign);
    assertThat(
            one(
                "SELECT count(*) FROM final_earnings f JOIN completion c ON c.id = f.completion_id"
                    + " WHERE c.campaign_id = ?",
                campaign))
        .isEqualTo(2);
  }

  @Test
  void aClipThatWasNotToldOfTheEndIsTold() {
    begin(story, clip);
    wire.send(story.change(2).ending(CompletionReason.ENDED_BY_TIME).event());
    wire.send(story.trackingEnded(2, 0));
    eventually("SELECT count(*) FROM campaign WHERE id = ? AND completed_at IS NOT NULL", campaign);
    jdbc.sql("UPDATE clip SET final_micros = NULL, late = true WHERE id = ?").param(clip).update();

    new Sweeper(service).sweep();

    assertThat(one("SELECT count(*) FROM clip WHERE id = ? AND final_micros = 0", clip))
        .isEqualTo(1);
  }

  @Test
  void recordsThatWereKeptOneByOneMakeARound() {
    begin(story, clip);
    wire.send(story.change(2).ending(CompletionReason.ENDED_BY_TIME).event());
    eventually("SELECT count(*) FROM campaign WHERE id = ? AND version = 2", campaign);
    for (Event each : round(story, clip)) {
      keepAlone(each);
    }
    keepAlone(story.trackingEnded(2, 1));

    new Sweeper(service).sweep();

    assertThat(spent(campaign)).isEqualTo(2_500_000);
    assertThat(one("SELECT refunded_micros FROM campaign WHERE id = ?", campaign))
        .isEqualTo(97_500_000);
  }

  @Test
  void oneThatCannotBeSettledStopsNoOtherAndIsTriedAgain() {
    UUID lower = new UUID(0, campaign.getLeastSignificantBits());
    UUID its = UUID.randomUUID();
    Story broken = new Story(lower);
    begin(broken, its);
    begin(story, clip);
    jdbc.sql("UPDATE clip SET final_micros = 0 WHERE id = ?").param(its).update();
    keepAndDie(round(broken, its));
    keepAndDie(round(story, clip));

    new Sweeper(service).sweep();

    assertThat(spent(campaign)).isEqualTo(2_500_000);
    assertThat(spent(lower)).isZero();
    assertThat(waiting(lower)).isEqualTo(1);
    jdbc.sql("UPDATE clip SET final_micros = NULL WHERE id = ?").param(its).update();

    new Sweeper(service).sweep();

    assertThat(spent(lower)).isEqualTo(2_500_000);
  }

  private void begin(Story of, UUID its) {
    wire.send(of.changed("100"));
    wire.send(of.approved(its, "alice", 0));
    eventually(
        "SELECT count(*) FROM campaign c JOIN clip l ON l.campaign_id = c.id WHERE c.id = ?",
        of.campaign());
  }

  private static List<Event> round(Story of, UUID its) {
    UUID round = UUID.randomUUID();
    return List.of(of.observed(round, its, 1_000), of.closed(round, 1, 1, 1));
  }

  private void keepAlone(Event news) {
    FedMemory memory = memory();
    memory.take(news, PLACE, 0);
    transaction.executeWithoutResult(status -> memory.keep());
  }

  private FedMemory memory() {
    return new FedMemory(service, Clock.systemUTC(), new FedMemory.Sizes(100, 100, 1_000, 10));
  }

  private void keepAndDie(List<? extends Event> news) {
    FedMemory memory = memory();
    for (int place = 0; place < news.size(); place++) {
      memory.take(news.get(place), PLACE, place);
    }
    assertThat(memory.due()).isTrue();
    transaction.executeWithoutResult(status -> memory.apply(false));
  }

  private void eventually(String sql, UUID id) {
    await().atMost(Duration.ofSeconds(30)).until(() -> one(sql, id) == 1);
  }

  private long spent(UUID of) {
    return one("SELECT spent_micros FROM campaign WHERE id = ?", of);
  }

  private long waiting(UUID of) {
    return one("SELECT count(*) FROM round WHERE campaign_id = ? AND status = 'WAITING'", of);
  }
}
