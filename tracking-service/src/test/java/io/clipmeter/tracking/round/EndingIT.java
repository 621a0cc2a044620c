package io.clipmeter.tracking.round;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Topic;
import io.clipmeter.events.TrackingEnded;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.campaign.EndingDesk;
import io.clipmeter.tracking.round.Rounds.Claim;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Campaigns that end or go on, as their rounds tell. */
class EndingIT extends Stage {
  @Autowired Rounds rounds;
  @Autowired RoundDesk desk;
  @Autowired EndingDesk endings;
  @Autowired Ids ids;

  @Test
  void theEndIsToldAfterTheLastRoundAndOnce() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    ClaimedRound round = claim(campaign).orElseThrow();
    wire.send(ending(campaign, 2));
    eventually(() -> assertThat(status(campaign)).isEqualTo("PAUSED"));
    endings.announceThoseLeft();
    assertThat(ended(campaign)).isEmpty();

    close(round);
    endings.announceThoseLeft();

    eventually(() -> assertThat(ended(campaign)).hasSize(1));
    assertThat(ended(campaign).getFirst().lastRound()).isEqualTo(1);
    assertThat(ended(campaign).getFirst().campaignVersion()).isEqualTo(2);
    assertThat(claim(campaign)).isEmpty();
  }

  @Test
  void aCampaignWithoutAnOpenRoundEndsAtOnce() {
    CampaignChanged campaign = Given.campaign();
    wire.send(campaign);

    wire.send(ending(campaign, 2));

    eventually(() -> assertThat(ended(campaign)).hasSize(1));
    assertThat(ended(campaign).getFirst().lastRound()).isZero();
  }

  @Test
  void aRoundNamesTheVersionItWasClaimedUnder() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    ClaimedRound round = claim(campaign).orElseThrow();
    wire.send(Given.campaign(campaign.campaignId(), 5, CampaignStatus.ACTIVE));
    eventually(
        () ->
            assertThat(number("SELECT version FROM campaign WHERE id = :id", campaign.campaignId()))
                .isEqualTo(5));

    close(round);

    eventually(
        () ->
            assertThat(
                    wire.events(
                        Topic.TRACKING_ROUNDS, campaign.campaignId().toString(), RoundClosed.class))
                .filteredOn(closed -> closed.roundId().equals(round.id()))
                .extracting(RoundClosed::campaignVersion)
                .containsExactly(campaign.version()));
  }

  @Test
  void aCompletionOfAnOlderVersionDoesNotStopWhatWentOn() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    wire.send(completion(campaign, campaign.version()));
    eventually(() -> assertThat(completedAt(campaign)).isNotNull());

    wire.send(Given.campaign(campaign.campaignId(), 4, CampaignStatus.ACTIVE));
    eventually(() -> assertThat(completedAt(campaign)).isNull());
    wire.send(completion(campaign, 3));
    CampaignChanged marker = Given.campaign();
    wire.send(completion(marker, 1));
    eventually(() -> assertThat(completedAt(marker)).isNotNull());

    assertThat(completedAt(campaign)).isNull();
    assertThat(claim(campaign)).isPresent();
  }

  private Optional<ClaimedRound> claim(CampaignChanged campaign) {
    return rounds.claim(Claim.now(Optional.of(campaign.campaignId())), ids.next(), clock.instant());
  }

  private void close(ClaimedRound round) {
    jdbc.sql("UPDATE round_clip SET outcome = 'OK' WHERE round_id = :id")
        .param("id", round.id())
        .update();
    rounds.count(round, (int) number("SELECT clips FROM round WHERE id = :id", round.id()), 0, 0);
    assertThat(desk.close(round, clock.instant())).isPresent();
  }

  private String status(CampaignChanged campaign) {
    return text("SELECT status FROM campaign WHERE id = :id", campaign.campaignId());
  }

  private @Nullable String completedAt(CampaignChanged campaign) {
    return jdbc.sql("SELECT completed_at::text FROM campaign WHERE id = :id")
        .param("id", campaign.campaignId())
        .query((rs, n) -> Optional.ofNullable(rs.getString(1)))
        .optional()
        .flatMap(at -> at)
        .orElse(null);
  }

  private List<TrackingEnded> ended(CampaignChanged campaign) {
    return wire.events(
        Topic.TRACKING_ROUNDS, campaign.campaignId().toString(), TrackingEnded.class);
  }

  private static CampaignCompleted completion(CampaignChanged campaign, long version) {
    return new CampaignCompleted(
        campaign.campaignId(),
        version,
        campaign.budget(),
        1,
        40_000,
        CompletionReason.BUDGET_SPENT,
        Given.NOW,
        null);
  }

  private static CampaignChanged ending(CampaignChanged like, long version) {
    return new CampaignChanged(
        like.campaignId(),
        version,
        like.name(),
        CampaignStatus.PAUSED,
        like.budget(),
        like.cpm(),
        like.platforms(),
        null,
        like.trackingInterval(),
        null,
        like.createdAt(),
        like.createdAt(),
        like.createdAt(),
        null,
        null,
        CompletionReason.ENDED_BY_ADMIN);
  }
}
