package io.clipmeter.tracking.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.clipmeter.tracking.source.usage.TurnSettings;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instance whose clock is far ahead: to it everything is due, and every lease has run out. */
class OutOfStepIT extends Stage {
  private static final Duration AHEAD_MAX = Duration.ofMinutes(65);

  @Autowired private RoundSettings settings;
  @Autowired private Ids ids;
  private Rounds rounds;
  private Instant far;
  private Instant near;

  @BeforeEach
  void heldAgainstTheDatabase() {
    rounds = new Rounds(jdbc, settings, new ClocksInStep(jdbc, new TurnSettings(AHEAD_MAX)));
    near = jdbc.sql("SELECT now()").query(Timestamp.class).single().toInstant();
    far = near.plus(AHEAD_MAX).plusSeconds(300);
  }

  @Test
  void beginsNoRoundAndTakesNoneFromOthers() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    Claim forced = Claim.now(Optional.of(campaign.campaignId()));

    assertThat(rounds.claim(forced, ids.next(), far)).isEmpty();
    ClaimedRound ours = rounds.claim(forced, ids.next(), near).orElseThrow();
    assertThat(rounds.resume(far)).isEmpty();

    assertThat(rounds.resume(near.plus(settings.lease())))
        .hasValueSatisfying(round -> assertThat(round.id()).isEqualTo(ours.id()));
  }
}
