package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A version of a campaign that did not come, and the rounds that were claimed under it. */
class MissingVersionIT extends SettlementStage {

  @Test
  void aRoundWaitsForTheVersionThatANewerOneHasPassedOver() {
    start("100");
    send(3, "2.50");
    round(1, 2, 1_000);
    awaitStatus(1, "WAITING");
    round(2, 3, 2_000);
    awaitStatus(2, "WAITING");
    assertThat(spent()).isZero();

    wire.send(story.change(2).cpm("4.00").event());

    // 4.00 for the first thousand; the next version's price holds again, though it was no new one.
    awaitSpent(6_500_000);
    assertThat(one("SELECT count(*) FROM terms_gap WHERE campaign_id = ?", campaign)).isZero();
  }

  @Test
  void ofAHoleOfSeveralVersionsEachIsMissedUntilItComes() {
    start("100");
    send(5, "2.50");
    round(1, 3, 1_000);
    awaitStatus(1, "WAITING");

    wire.send(story.change(2).cpm("7.00").event());
    wire.send(story.change(4).cpm("8.00").event());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> one("SELECT count(*) FROM terms WHERE campaign_id = ?", campaign) == 4);
    assertThat(spent()).isZero();
    wire.send(story.change(3).cpm("4.00").event());

    awaitSpent(4_000_000);
  }

  @Test
  void aCampaignFirstHeardOfInALaterVersionHasMissedThoseBefore() {
    send(2, "2.50");
    wire.send(story.approved(first, "alice", 0));
    round(1, 1, 1_000);
    awaitStatus(1, "WAITING");

    wire.send(story.change(1).cpm("4.00").event());

    awaitSpent(4_000_000);
  }

  private void send(long version, String cpm) {
    wire.send(story.change(version).cpm(cpm).event());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                one("SELECT coalesce(max(version), 0) FROM campaign WHERE id = ?", campaign)
                    == version);
  }

  private void round(long number, long version, long views) {
    UUID round = UUID.randomUUID();
    read(round, first, views);
    wire.send(story.closed(round, number, 1, 1, version));
  }
}
