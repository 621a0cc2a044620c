package io.clipmeter.tracking.round;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.Amount;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.Topic;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.round.Rounds.Claim;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class RoundsIT extends Stage {
  @Autowired Rounds rounds;
  @Autowired Ids ids;

  @Test
  void oneOfManyThatClaimAtOnceGetsTheRound() throws Exception {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 3);
    List<Callable<Optional<ClaimedRound>>> claimers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      claimers.add(this::due);
    }

    int claimed = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Optional<ClaimedRound>> claim : threads.invokeAll(claimers)) {
        claimed += claim.get().isPresent() ? 1 : 0;
      }
    }

    assertThat(claimed).isOne();
    assertThat(count("round")).isOne();
    assertThat(count("round_clip")).isEqualTo(3);
  }

  @Test
  void aSecondOpenRoundIsRefusedByTheDatabaseItself() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    assertThat(due()).isPresent();

    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        INSERT INTO round (id, campaign_id, number, status, lease_until, claimed_at, clips)
                        SELECT gen_random_uuid(), campaign_id, 2, 'OPEN', now(), now(), 1 FROM round
                        """)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("round_one_open");
  }

  @Test
  void theCadenceBelongsToTheCampaign() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    close(due().orElseThrow());

    clock.advance(Duration.ofHours(4).minusSeconds(1));
    assertThat(due()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(due()).hasValueSatisfying(round -> assertThat(round.number()).isEqualTo(2));
  }

  @ParameterizedTest(name = "stretched {0} times: due after {1} hours")
  @CsvSource({"1.5, 6", "2.00, 8", "6, 24", "7, 24"})
  void whereAProviderRunsLowCampaignsWaitLongerButNoLongerThanADay(BigDecimal stretch, long hours) {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    close(due().orElseThrow());
    Claim stretched = Claim.due(stretch);

    clock.advance(Duration.ofHours(hours).minusSeconds(1));
    assertThat(rounds.claim(stretched, ids.next(), clock.instant())).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(rounds.claim(stretched, ids.next(), clock.instant())).isPresent();
  }

  @Test
  void aForcedRoundDoesNotWaitForTheCadence() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    close(due().orElseThrow());
    clock.advance(Duration.ofSeconds(1));

    assertThat(due()).isEmpty();
    assertThat(forced(UUID.randomUUID())).isEmpty();
    assertThat(forced(campaign.campaignId())).isPresent();
  }

  @Test
  void neverTrackedGoesBeforeNewAndNewBeforeStale() {
    CampaignChanged stale = published(Duration.ofDays(20));
    CampaignChanged staler = published(Duration.ofDays(30));
    CampaignChanged fresh = published(Duration.ofHours(1));
    for (CampaignChanged campaign : List.of(staler, stale, fresh)) {
      tracked(campaign, 1);
      close(forced(campaign.campaignId()).orElseThrow());
      clock.advance(Duration.ofMinutes(1));
    }
    CampaignChanged never = published(Duration.ofDays(40));
    tracked(never, 1);
    clock.advance(Duration.ofHours(5));

    List<UUID> order = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      order.add(due().orElseThrow().campaignId());
    }

    assertThat(order)
        .containsExactly(
            never.campaignId(), fresh.campaignId(), staler.campaignId(), stale.campaignId());
  }

  @Test
  void whatIsOverdueLongestGoesFirst() {
    CampaignChanged seldom = published(Duration.ofDays(20));
    CampaignChanged often = published(Duration.ofDays(20));
    for (CampaignChanged campaign : List.of(seldom, often)) {
      tracked(campaign, 1);
      close(forced(campaign.campaignId()).orElseThrow());
      clock.advance(Duration.ofMinutes(1));
    }
    String hourly = "UPDATE campaign SET tracking_interval = interval '1 hour' WHERE id = :id";
    jdbc.sql(hourly).param("id", often.campaignId()).update();
    clock.advance(Duration.ofHours(4));
    assertThat(due().orElseThrow().campaignId()).isEqualTo(often.campaignId());
    assertThat(due().orElseThrow().campaignId()).isEqualTo(seldom.campaignId());
  }

  @Test
  void aCampaignThatIsNotActiveOrHasNoClipsIsNotRead() {
    CampaignChanged paused = Given.campaign(UUID.randomUUID(), 2, CampaignStatus.PAUSED);
    tracked(paused, 1);
    tracked(Given.campaign(), 0);

    assertThat(due()).isEmpty();
    assertThat(forced(paused.campaignId())).isEmpty();
  }

  @Test
  void anOlderVersionOfACampaignChangesNothing() {
    UUID id = UUID.randomUUID();
    tracked(Given.campaign(id, 7, CampaignStatus.PAUSED), 1);
    CampaignChanged marker = Given.campaign();

    wire.send(Given.campaign(id, 6, CampaignStatus.ACTIVE));
    wire.send(marker);
    wire.send(Given.campaign(id, 7, CampaignStatus.ACTIVE));
    wire.send(Given.campaign(marker.campaignId(), 2, CampaignStatus.ACTIVE));

    awaitKnown(Given.campaign(marker.campaignId(), 2, CampaignStatus.ACTIVE));
    assertThat(text("SELECT status FROM campaign WHERE id = :id", id)).isEqualTo("PAUSED");
  }

  @Test
  void aCampaignWhoseTimeIsOverIsNotRead() {
    CampaignChanged campaign = ending(Given.NOW.plus(Duration.ofDays(400)));
    tracked(campaign, 1);
    clock.advance(Duration.ofDays(401));

    assertThat(forced(campaign.campaignId())).isEmpty();
  }

  @Test
  void aSpentBudgetStopsTrackingAndARaisedOneStartsItAgain() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);

    wire.send(budget(campaign, "100", "0", 1));
    eventually(() -> assertThat(budgetLeft(campaign)).isEqualTo("false"));
    assertThat(due()).isEmpty();
    wire.send(budget(campaign, "100", "50", 2));
    eventually(() -> assertThat(budgetLeft(campaign)).isEqualTo("true"));
    assertThat(due()).isPresent();
  }

  @Test
  void aCompletionThatIsHeardBeforeTheCampaignCountsAsWell() {
    CampaignChanged campaign = Given.campaign();
    wire.send(completion(campaign));
    eventually(
        () ->
            assertThat(
                    number(
                        "SELECT count(*) FROM campaign WHERE id = :id AND completed_at IS NOT NULL",
                        campaign.campaignId()))
                .isOne());
    tracked(campaign, 1);

    assertThat(due()).isEmpty();
    assertThat(forced(campaign.campaignId())).isEmpty();
  }

  private Optional<ClaimedRound> due() {
    return rounds.claim(Claim.due(BigDecimal.ONE), ids.next(), clock.instant());
  }

  private Optional<ClaimedRound> forced(UUID campaignId) {
    return rounds.claim(Claim.now(Optional.of(campaignId)), ids.next(), clock.instant());
  }

  private void close(ClaimedRound round) {
    jdbc.sql("UPDATE round_clip SET outcome = 'OK' WHERE round_id = :id")
        .param("id", round.id())
        .update();
    rounds.count(round, (int) number("SELECT clips FROM round WHERE id = :id", round.id()), 0, 0);
    assertThat(rounds.close(round, clock.instant())).isTrue();
  }

  private long count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private String budgetLeft(CampaignChanged campaign) {
    return text("SELECT budget_left::text FROM campaign WHERE id = :id", campaign.campaignId());
  }

  private CampaignChanged published(Duration ago) {
    return changed(null, clock.instant().minus(ago));
  }

  private CampaignChanged ending(Instant at) {
    return changed(at, clock.instant());
  }

  private static CampaignChanged changed(@Nullable Instant endsAt, Instant publishedAt) {
    CampaignChanged like = Given.campaign();
    return new CampaignChanged(
        like.campaignId(),
        1,
        like.name(),
        like.status(),
        like.budget(),
        like.cpm(),
        like.platforms(),
        null,
        like.trackingInterval(),
        endsAt,
        publishedAt,
        publishedAt,
        publishedAt,
        null,
        null,
        null);
  }

  private static BudgetSpent budget(
      CampaignChanged campaign, String spent, String remaining, int second) {
    Amount left = new Amount(remaining, "USD");
    Amount total = Amount.of(new Amount(spent, "USD").toMoney().plus(left.toMoney()));
    return new BudgetSpent(
        campaign.campaignId(),
        total,
        new Amount(spent, "USD"),
        left,
        UUID.randomUUID(),
        false,
        Given.NOW.plusSeconds(second),
        null);
  }

  private static CampaignCompleted completion(CampaignChanged campaign) {
    assertThat(Topic.CAMPAIGN_COMPLETIONS.topicName()).isNotBlank();
    return new CampaignCompleted(
        campaign.campaignId(),
        1,
        campaign.budget(),
        1,
        40_000,
        CompletionReason.BUDGET_SPENT,
        Given.NOW,
        null);
  }
}
