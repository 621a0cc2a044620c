package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.BudgetSpent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is told of a budget that changes between two rounds. */
class BudgetNewsIT extends SettlementStage {

  @Test
  void aRaisedBudgetIsToldOfAtOnceWithItsOwnPercent() {
    start("10");
    round(1, 1_000L, 2_000L);
    awaitSpent(7_500_000);

    wire.send(story.change(2).budget("12").event());
    wire.send(story.change(3).budget("12").cpm("5.00").event());
    wire.send(story.change(4).budget("100").event());

    await().atMost(Duration.ofSeconds(20)).until(() -> budgets().size() == 3);
    assertThat(budgets())
        .extracting(BudgetNewsIT::text)
        .containsExactly(
            "7.50 of 10.00, 2.50 left, 50",
            "7.50 of 12.00, 4.50 left, 50",
            "7.50 of 100.00, 92.50 left, null");
    assertThat(budgets())
        .extracting(BudgetSpent::roundId)
        .containsOnly(budgets().getFirst().roundId());
    assertThat(budgets()).extracting(BudgetSpent::held).containsOnly(false);
  }

  @Test
  void aBudgetThatEndsTheCampaignIsToldOf() {
    start("10");
    round(1, 1_000L, 1_000L);
    awaitSpent(5_000_000);

    wire.send(story.change(2).budget("3").event());

    await().atMost(Duration.ofSeconds(20)).until(() -> budgets().size() == 2);
    assertThat(text(budgets().getLast())).isEqualTo("5.00 of 5.00, 0.00 left, 100");
  }

  @Test
  void aHeldRoundStaysHeldWithMoreMoney() {
    start("10");
    round(1, 9_000L, null);
    awaitStatus(1, "HELD");

    wire.send(story.change(2).budget("20").event());

    await().atMost(Duration.ofSeconds(20)).until(() -> budgets().size() == 2);
    assertThat(budgets().getLast().held()).isTrue();
  }

  @Test
  void beforeTheFirstRoundThereIsNothingToTell() {
    start("10");
    wire.send(story.change(2).budget("20").event());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                one("SELECT coalesce(max(version), 0) FROM campaign WHERE id = ?", campaign) == 2);
    round(1, 1_000L, 1_000L);
    awaitSpent(5_000_000);

    await().atMost(Duration.ofSeconds(20)).until(() -> !budgets().isEmpty());
    assertThat(budgets())
        .extracting(BudgetNewsIT::text)
        .containsExactly("5.00 of 20.00, 15.00 left, null");
  }

  private static String text(BudgetSpent told) {
    return "%s of %s, %s left, %s"
        .formatted(
            told.spent().amount(),
            told.budget().amount(),
            told.remaining().amount(),
            told.alertPercent());
  }
}
