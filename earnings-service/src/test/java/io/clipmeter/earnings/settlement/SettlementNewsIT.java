package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.Wire;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementNewsIT extends SettlementStage {

  @Test
  void eachAccrualTellsWhatTheRoundGaveAndWhatTheClipHasInAll() {
    start("100");
    round(1, 2_000L, 1_000L);
    awaitSpent(7_500_000);

    round(2, 6_000L, 1_000L);

    awaitSpent(17_500_000);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(accruals())
                    .extracting(
                        EarningsAccrued::clipId,
                        e -> e.amount().toMoney().micros(),
                        e -> e.clipTotal().toMoney().micros(),
                        EarningsAccrued::viewsBefore,
                        EarningsAccrued::viewsAfter)
                    .containsExactlyInAnyOrder(
                        tuple(first, 5_000_000L, 5_000_000L, 0L, 2_000L),
                        tuple(second, 2_500_000L, 2_500_000L, 0L, 1_000L),
                        tuple(first, 10_000_000L, 15_000_000L, 2_000L, 6_000L)));
    assertThat(budgets())
        .extracting(
            e -> e.spent().toMoney().micros(),
            e -> e.remaining().toMoney().micros(),
            e -> e.budget().toMoney().micros())
        .containsExactly(
            tuple(7_500_000L, 92_500_000L, 100_000_000L),
            tuple(17_500_000L, 82_500_000L, 100_000_000L));
  }

  @Test
  void theCompletionCountsClipsAndTheViewsThatWerePaid() {
    wire.send(story.changed("10"));
    wire.send(story.approved(first, "alice", 500));
    wire.send(story.approved(second, "bob", 0));

    round(1, 9_000L, 1_000L);

    awaitSpent(10_000_000);
    await().atMost(Duration.ofSeconds(20)).until(() -> !completions().isEmpty());
    assertThat(completions())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.clips()).isEqualTo(2);
              assertThat(e.views()).isEqualTo(9_500);
            });
  }

  @Test
  void thatAHeldRoundIsSettledIsToldUnderAnIdOfItsOwn() {
    wire.send(story.changed("10"));
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 0));
    round(1, 6_000L, null);
    awaitStatus(1, "HELD");

    wire.send(story.change(2).budget("10").ending(CompletionReason.ENDED_BY_ADMIN).event());
    wire.send(story.trackingEnded(2, 1));

    awaitSpent(10_000_000);
    await().atMost(Duration.ofSeconds(20)).until(() -> budgets().size() == 2);
    assertThat(budgets()).extracting(BudgetSpent::held).containsExactly(true, false);
    assertThat(
            wire.all(Topic.BUDGETS.topicName()).stream()
                .filter(record -> campaign.toString().equals(record.key()))
                .map(record -> Wire.header(record, "ce_id")))
        .doesNotHaveDuplicates();
  }

  private List<EarningsAccrued> accruals() {
    return wire.all(Topic.EARNINGS.topicName()).stream()
        .filter(r -> Wire.header(r, "ce_type").equals(EventType.EARNINGS_ACCRUED.ceType()))
        .map(r -> wire.read(r, EarningsAccrued.class))
        .filter(e -> e.campaignId().equals(campaign))
        .toList();
  }
}
