package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.earnings.Wire;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlementIT extends RunningService {
  private final UUID campaign = UUID.randomUUID();
  private final Story story = new Story(campaign);
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @AfterEach
  void theBooksAreRight() {
    assertThat(one("SELECT coalesce(sum(amount_micros), 0) FROM ledger_posting")).isZero();
    assertThat(
            one(
                """
                SELECT count(*) FROM campaign c WHERE c.spent_micros <>
                    (SELECT coalesce(sum(accrued_micros), 0) FROM clip l WHERE l.campaign_id = c.id)
                """))
        .isZero();
  }

  @Test
  void aRoundIsSettledOnceInWhateverOrderItsPiecesArrive() {
    UUID round = UUID.randomUUID();
    wire.send(story.closed(round, 1, 2, 2));
    wire.send(story.observed(round, second, 5_000));
    wire.send(story.approved(second, "bob", 1_000));
    wire.send(story.observed(round, first, 3_000));
    wire.send(story.observed(round, first, 3_000));
    wire.send(story.changed("100"));
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.closed(round, 1, 2, 2));

    awaitSpent(17_500_000);
    assertThat(accrued(first)).isEqualTo(7_500_000);
    assertThat(accrued(second)).isEqualTo(10_000_000);
    assertThat(
            one(
                "SELECT count(*) FROM ledger_entry WHERE kind = 'SETTLEMENT' AND campaign_id = ?",
                campaign))
        .isEqualTo(1);
  }

  @Test
  void theLastRoundSharesWhatIsLeftAndCompletesTheCampaignOnce() {
    start("10");
    round(1, 2_000L, 1_000L);
    awaitSpent(7_500_000);

    round(2, 6_000L, 2_000L);
    round(3, 9_000L, 9_000L);

    awaitSpent(10_000_000);
    awaitStatus(3, "AFTER_COMPLETION");
    assertThat(accrued(first) + accrued(second)).isEqualTo(10_000_000);
    assertThat(accrued(first)).isEqualTo(7_000_000);
    assertThat(accrued(second)).isEqualTo(3_000_000);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(completions()).hasSize(1);
              assertThat(finals())
                  .extracting(e -> e.finalEarnings().toMoney().micros())
                  .containsExactlyInAnyOrder(7_000_000L, 3_000_000L);
            });
    assertThat(completions().getFirst().spent().toMoney().micros()).isEqualTo(10_000_000);
  }

  @Test
  void anExhaustingRoundWaitsForTheClipThatCouldNotBeRead() {
    start("10");
    round(1, 6_000L, null);
    awaitStatus(1, "HELD");
    assertThat(spent()).isZero();

    round(2, 4_000L, 6_000L);

    awaitSpent(10_000_000);
    assertThat(accrued(first)).isEqualTo(5_000_000);
    assertThat(accrued(second)).isEqualTo(5_000_000);
    assertThat(
            one(
                "SELECT count(*) FROM round WHERE campaign_id = ? AND status = 'SETTLED'",
                campaign))
        .isEqualTo(2);
    assertThat(budgets()).extracting(BudgetSpent::held).containsExactly(true, false);
  }

  @Test
  void itWaitsForThreeRoundsAndThenSharesAmongThoseThatWereRead() {
    start("10");
    for (int number = 1; number <= 3; number++) {
      round(number, 6_000L, null);
      awaitStatus(number, "HELD");
    }
    round(4, 6_000L, null);

    awaitSpent(10_000_000);
    assertThat(accrued(first)).isEqualTo(10_000_000);
    assertThat(accrued(second)).isZero();
  }

  @Test
  void aClipApprovedAfterTheEndIsToldThatItEarnedNothing() {
    start("10");
    round(1, 9_000L, 0L);
    awaitSpent(10_000_000);
    UUID late = UUID.randomUUID();

    wire.send(story.approved(late, "carol", 5));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(finals())
                    .filteredOn(e -> e.clipId().equals(late))
                    .extracting(e -> e.finalEarnings().toMoney().micros())
                    .containsExactly(0L));
  }

  @Test
  void theJournalRefusesEveryChange() {
    start("10");
    round(1, 1_000L, 0L);
    awaitSpent(2_500_000);

    for (String table : List.of("ledger_entry", "ledger_posting", "accrual")) {
      assertThatThrownBy(() -> jdbc.sql("DELETE FROM " + table).update())
          .hasMessageContaining("append-only");
    }
    assertThatThrownBy(() -> jdbc.sql("UPDATE ledger_posting SET amount_micros = 1").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(
            () ->
                jdbc.sql("UPDATE campaign SET spent_micros = budget_micros + 1 WHERE id = ?")
                    .param(campaign)
                    .update())
        .hasMessageContaining("never_over_budget");
    assertThatThrownBy(
            () ->
                jdbc.sql("UPDATE campaign SET spent_micros = budget_micros WHERE id = ?")
                    .param(campaign)
                    .update())
        .hasMessageContaining("completed_exactly_when_spent");
    assertThatThrownBy(
            () -> jdbc.sql("UPDATE clip SET baseline_views = 7 WHERE id = ?").param(first).update())
        .hasMessageContaining("write-once");
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        WITH e AS (INSERT INTO ledger_entry (kind, campaign_id, currency, posted_at)
                                   VALUES ('FUNDING', ?, 'USD', now()) RETURNING id)
                        INSERT INTO ledger_posting SELECT id, 0, 'x', 5 FROM e
                        """)
                    .param(campaign)
                    .update())
        .hasMessageContaining("sum to zero");
  }

  private void start(String budget) {
    wire.send(story.changed(budget));
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 0));
  }

  private void round(long number, @Nullable Long firstViews, @Nullable Long secondViews) {
    UUID round = UUID.randomUUID();
    int observed = (firstViews == null ? 0 : 1) + (secondViews == null ? 0 : 1);
    read(round, first, firstViews);
    read(round, second, secondViews);
    wire.send(story.closed(round, number, 2, observed));
  }

  private void read(UUID round, UUID clip, @Nullable Long views) {
    if (views == null) {
      wire.send(story.unavailable(round, clip));
    } else {
      wire.send(story.observed(round, clip, views));
    }
  }

  private void awaitSpent(long micros) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(spent()).isEqualTo(micros));
  }

  private void awaitStatus(long number, String status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                one(
                        "SELECT count(*) FROM round WHERE campaign_id = ? AND number = ? AND status"
                            + " = ?",
                        campaign,
                        number,
                        status)
                    == 1);
  }

  private long spent() {
    return one("SELECT coalesce(max(spent_micros), -1) FROM campaign WHERE id = ?", campaign);
  }

  private long accrued(UUID clip) {
    return one("SELECT accrued_micros FROM clip WHERE id = ?", clip);
  }

  private List<CampaignCompleted> completions() {
    return wire.all(Topic.CAMPAIGN_COMPLETIONS.topicName()).stream()
        .map(r -> wire.read(r, CampaignCompleted.class))
        .filter(e -> e.campaignId().equals(campaign))
        .toList();
  }

  private List<EarningsFinalized> finals() {
    return wire.all(Topic.EARNINGS.topicName()).stream()
        .filter(r -> Wire.header(r, "ce_type").equals(EventType.EARNINGS_FINALIZED.ceType()))
        .map(r -> wire.read(r, EarningsFinalized.class))
        .filter(e -> e.campaignId().equals(campaign))
        .toList();
  }

  private List<BudgetSpent> budgets() {
    return wire.all(Topic.BUDGETS.topicName()).stream()
        .map(r -> wire.read(r, BudgetSpent.class))
        .filter(e -> e.campaignId().equals(campaign))
        .toList();
  }
}
