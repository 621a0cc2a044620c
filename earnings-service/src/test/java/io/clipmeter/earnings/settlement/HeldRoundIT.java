package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.Story;
import io.clipmeter.events.BudgetSpent;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeldRoundIT extends SettlementStage {
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
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(budgets()).extracting(BudgetSpent::held).containsExactly(true, false));
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
  void aRoundWithAClipOfAnotherCampaignWaitsAndPaysNobody() {
    start("100");
    Story other = new Story(UUID.randomUUID());
    UUID stranger = UUID.randomUUID();
    wire.send(other.changed("100"));
    wire.send(other.approved(stranger, "eve", 0));
    UUID round = UUID.randomUUID();
    wire.send(story.observed(round, first, 4_000));
    wire.send(story.observed(round, stranger, 4_000));
    wire.send(story.closed(round, 1, 2, 2));

    awaitStatus(1, "WAITING");
    wire.send(other.changed("200"));
    wire.send(story.change(2).budget("200").event());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> one("SELECT budget_micros FROM campaign WHERE id = ?", campaign) == 200_000_000);

    assertThat(one("SELECT count(*) FROM settlement WHERE campaign_id = ?", campaign)).isZero();
    assertThat(accrued(stranger)).isZero();
  }

  @Test
  void whatWasReadOfAClipBeforeItWasGoneIsPaid() {
    start("10");
    round(1, 2_000L, null);
    round(2, 6_000L, null);
    awaitStatus(2, "HELD");
    UUID third = UUID.randomUUID();
    wire.send(story.gone(third, first));
    wire.send(story.unavailable(third, second));
    wire.send(story.closed(third, 3, 2, 0));
    awaitStatus(3, "HELD");

    UUID fourth = UUID.randomUUID();
    wire.send(story.observed(fourth, second, 6_000));
    wire.send(story.closed(fourth, 4, 1, 1));

    awaitSpent(10_000_000);
    assertThat(accrued(first)).isEqualTo(7_000_000);
    assertThat(accrued(second)).isEqualTo(3_000_000);
  }

  @Test
  void aClipThatIsGoneDoesNotHoldTheLastRound() {
    start("10");
    UUID round = UUID.randomUUID();
    wire.send(story.observed(round, first, 6_000));
    wire.send(story.gone(round, second));
    wire.send(story.closed(round, 1, 2, 1));

    awaitSpent(10_000_000);
    assertThat(accrued(first)).isEqualTo(10_000_000);
  }

  @Test
  void aCampaignThatGoesOnWaitsAsLongAsAnyOther() {
    start("10");
    round(1, 2_000L, 0L);
    awaitSpent(5_000_000);
    for (int number = 2; number <= 4; number++) {
      round(number, 8_000L, null);
      awaitStatus(number, "HELD");
    }
    wire.send(story.change(2).budget("5").event());
    awaitStatus(4, "AFTER_COMPLETION");
    assertThat(
            one("SELECT count(*) FROM round WHERE campaign_id = ? AND status = 'HELD'", campaign))
        .isZero();
    assertThat(one("SELECT held_rounds FROM campaign WHERE id = ?", campaign)).isZero();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(completions()).hasSize(1);
              assertThat(budgets().getLast().held()).isFalse();
            });
    round(5, 8_000L, null);
    awaitStatus(5, "AFTER_COMPLETION");

    wire.send(story.change(3).budget("10").event());
    UUID last = UUID.randomUUID();
    read(last, first, 18_000L);
    read(last, second, null);
    wire.send(story.closed(last, 6, 2, 1, 3L));

    awaitStatus(6, "HELD");
    assertThat(spent()).isEqualTo(5_000_000);
  }
}
