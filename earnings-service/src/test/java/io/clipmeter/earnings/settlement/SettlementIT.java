package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.Story;
import io.clipmeter.events.Amount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class SettlementIT extends SettlementStage {
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
    assertThat(one("SELECT count(*) FROM settlement WHERE campaign_id = ?", campaign)).isEqualTo(1);
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
  void roundsAreSettledInTheirOrderAlsoWhereALaterOneIsCompleteFirst() {
    start("10");
    UUID early = UUID.randomUUID();
    wire.send(story.observed(early, first, 2_000));
    wire.send(story.closed(early, 1, 2, 2));
    awaitStatus(1, "WAITING");
    round(2, 6_000L, 2_000L);
    awaitStatus(2, "WAITING");

    wire.send(story.observed(early, second, 1_000));

    awaitSpent(10_000_000);
    assertThat(accrued(first)).isEqualTo(7_000_000);
    assertThat(accrued(second)).isEqualTo(3_000_000);
  }

  @Test
  void noClipEarnsMoreThanTheCap() {
    wire.send(story.changed(1, "100", new Amount("3", "USD")));
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 0));

    round(1, 2_000L, 1_000L);

    awaitSpent(5_500_000);
    assertThat(accrued(first)).isEqualTo(3_000_000);
    assertThat(accrued(second)).isEqualTo(2_500_000);
  }

  @Test
  void anOlderVersionOfACampaignChangesNothing() {
    wire.send(story.changed(3, "10", null));
    wire.send(story.changed(2, "100", null));
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 0));

    round(1, 9_000L, 9_000L);

    awaitSpent(10_000_000);
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
  void theBaselineOfAClipIsWriteOnce() {
    start("10");
    round(1, 1_000L, 0L);
    awaitSpent(2_500_000);

    assertThatThrownBy(
            () ->
                jdbc.sql("UPDATE clip SET baseline_views = 7, segment_views = 7 WHERE id = ?")
                    .param(first)
                    .update())
        .hasMessageContaining("write-once");
  }

  @Test
  void theJournalRefusesEveryChange() {
    start("10");
    round(1, 1_000L, 0L);
    awaitSpent(2_500_000);

    for (String table :
        List.of("ledger_entry", "ledger_posting", "settlement", "receipt", "terms")) {
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

  @Test
  void noReceiptJoinsASettlementOfBeforeWhateverItsSum() {
    start("10");
    round(1, 1_000L, 0L);
    awaitSpent(2_500_000);

    for (UUID sameSumOrNone : List.of(first, second)) {
      assertThatThrownBy(
              () ->
                  jdbc.sql(
                          """
                          INSERT INTO receipt SELECT settlement_id, gen_random_uuid(), clipper_id, reason, source, observed_at,
                              read_views, views_before, views_after, due_micros, amount_micros, total_micros
                          FROM receipt WHERE clip_id = ?
                          """)
                      .param(sameSumOrNone)
                      .update())
          .hasMessageContaining("receipts are written with it");
    }
  }

  @Test
  void aRaisedBudgetIsFundedOnceAndNothingIsFundedTwice() {
    wire.send(story.changed(1, "10", null));
    wire.send(story.changed(2, "10", null));
    wire.send(story.changed(3, "25", null));
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 0));

    UUID round = UUID.randomUUID();
    read(round, first, 9_000L);
    read(round, second, 9_000L);
    wire.send(story.closed(round, 1, 2, 2, 3L));

    awaitSpent(25_000_000);
    assertThat(
            one(
                "SELECT -sum(amount_micros) FROM ledger_posting WHERE account = ?",
                "campaign:" + campaign + ":brand"))
        .isEqualTo(25_000_000);
  }

  @Test
  void theLeftOverMicroUnitGoesToTheLowerClipId() {
    UUID lower = first.toString().compareTo(second.toString()) < 0 ? first : second;
    UUID higher = lower.equals(first) ? second : first;
    UUID round = UUID.randomUUID();
    wire.send(story.changed("0.000003"));
    wire.send(story.approved(higher, "bob", 0));
    wire.send(story.approved(lower, "alice", 0));
    wire.send(story.observed(round, higher, 1_000));
    wire.send(story.observed(round, lower, 1_000));

    wire.send(story.closed(round, 1, 2, 2));

    awaitSpent(3);
    assertThat(accrued(lower)).isEqualTo(2);
    assertThat(accrued(higher)).isEqualTo(1);
  }

  @Test
  void aCampaignThatCannotBeSettledStopsNoOther() {
    start("100");
    awaitSpent(0);
    UUID clip = UUID.randomUUID();
    Story broken = brokenNeighbour(clip);
    UUID its = UUID.randomUUID();
    UUID mine = UUID.randomUUID();
    wire.send(broken.observed(its, clip, 1_000));
    read(mine, first, 2_000L);
    read(mine, second, null);
    wire.send(broken.closed(its, 1, 1, 1));
    wire.send(story.closed(mine, 1, 2, 1));

    awaitSpent(5_000_000);
    await().atMost(Duration.ofSeconds(30)).until(() -> waiting(broken.campaign()) == 1);
  }

  private long waiting(UUID of) {
    return one("SELECT count(*) FROM round WHERE campaign_id = ? AND status = 'WAITING'", of);
  }

  /**
   * A campaign of the same partition whose only clip the database will not let earn: it is final.
   */
  private Story brokenNeighbour(UUID clip) {
    UUID id = UUID.randomUUID();
    while (partition(id) != partition(campaign)) {
      id = UUID.randomUUID();
    }
    Story broken = new Story(id);
    wire.send(broken.changed("100"));
    wire.send(broken.approved(clip, "carol", 0));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.sql(
                            """
                            UPDATE clip SET final_micros = 0
                            WHERE id = ? AND EXISTS (SELECT FROM campaign WHERE id = clip.campaign_id)
                            """)
                        .param(clip)
                        .update()
                    == 1);
    return broken;
  }

  private static int partition(UUID key) {
    byte[] bytes = key.toString().getBytes(StandardCharsets.UTF_8);
    return BuiltInPartitioner.partitionForKey(bytes, 6);
  }
}
