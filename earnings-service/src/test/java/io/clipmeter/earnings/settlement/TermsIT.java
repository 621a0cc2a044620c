package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A campaign whose terms change while it runs, and one that is ended. */
class TermsIT extends SettlementStage {

  @Test
  void growthSeenBeforeAChangeIsPaidAtTheOldPrice() {
    start("100");
    round(1, 1, 1_000, 0);
    awaitSpent(2_500_000);

    wire.send(story.change(2).cpm("5.00").event());
    round(2, 1, 3_000, 0);
    awaitSpent(7_500_000);
    round(3, 2, 4_000, 1_000);

    awaitSpent(17_500_000);
    assertThat(accrued(first)).isEqualTo(12_500_000);
    assertThat(accrued(second)).isEqualTo(5_000_000);
  }

  @Test
  void aRoundWaitsForTheTermsItWasClaimedUnder() {
    start("100");
    round(1, 2, 1_000, 0);
    awaitStatus(1, "WAITING");

    wire.send(story.change(2).cpm("5.00").event());

    awaitSpent(5_000_000);
  }

  @Test
  void aRaisedBudgetTakesEffectWithTheNextRound() {
    start("10");
    wire.send(story.change(2).budget("20").event());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                one("SELECT coalesce(max(version), 0) FROM campaign WHERE id = ?", campaign) == 2);

    round(1, 1, 9_000, 0);

    awaitSpent(10_000_000);
    assertThat(completions()).isEmpty();
    round(2, 2, 10_000, 0);
    awaitSpent(12_500_000);
  }

  @Test
  void aBudgetLoweredToWhatIsSpentCompletesTheCampaign() {
    start("10");
    round(1, 1, 1_000, 1_000);
    awaitSpent(5_000_000);

    wire.send(story.change(2).budget("3").event());

    await().atMost(Duration.ofSeconds(20)).until(() -> completions().size() == 1);
    assertThat(spent()).isEqualTo(5_000_000);
    assertThat(one("SELECT budget_micros FROM campaign WHERE id = ?", campaign))
        .isEqualTo(5_000_000);
  }

  @Test
  void aReopenedCampaignPaysNewGrowthOnly() {
    start("10");
    round(1, 1, 9_000, 1_000);
    awaitSpent(10_000_000);
    assertThat(accrued(first)).isEqualTo(9_000_000);
    round(2, 1, 10_000, 1_000);
    awaitStatus(2, "AFTER_COMPLETION");

    wire.send(story.change(5).budget("20").event());
    round(3, 5, 11_000, 1_000);

    awaitSpent(12_500_000);
    assertThat(accrued(first)).isEqualTo(11_500_000);
    assertThat(accrued(second)).isEqualTo(1_000_000);
    round(4, 5, 20_000, 1_000);
    awaitSpent(20_000_000);
    await().atMost(Duration.ofSeconds(20)).until(() -> completions().size() == 2);
    await().atMost(Duration.ofSeconds(20)).until(() -> finals().size() == 4);
  }

  @Test
  void aNewerVersionThatBringsNoMoneyReopensNothing() {
    start("10");
    round(1, 1, 9_000, 0);
    awaitSpent(10_000_000);

    wire.send(story.change(3).budget("10").event());
    wire.send(story.change(4).budget("20").status(CampaignStatus.ENDED).event());
    round(2, 4, 19_000, 0);

    awaitStatus(2, "AFTER_COMPLETION");
    assertThat(spent()).isEqualTo(10_000_000);
  }

  @Test
  void anEndedCampaignSettlesItsLastRoundAndRefundsTheRest() {
    start("100");
    UUID last = UUID.randomUUID();
    wire.send(story.change(2).ending(CompletionReason.ENDED_BY_ADMIN).event());
    wire.send(story.trackingEnded(2, 1));
    read(last, first, 4_000L);
    read(last, second, null);
    assertThat(completions()).isEmpty();

    wire.send(story.closed(last, 1, 2, 1, 1L));

    await().atMost(Duration.ofSeconds(20)).until(() -> completions().size() == 1);
    CampaignCompleted over = completions().getFirst();
    assertThat(over.reason()).isEqualTo(CompletionReason.ENDED_BY_ADMIN);
    assertThat(over.spent().amount()).isEqualTo("10.00");
    assertThat(over.refunded()).extracting(Amount::amount).isEqualTo("90.00");
    assertThat(one("SELECT -sum(amount_micros) FROM posting WHERE account = ?", brand()))
        .isEqualTo(10_000_000);
    wire.send(
        story
            .change(3)
            .ending(CompletionReason.ENDED_BY_ADMIN)
            .status(CampaignStatus.ENDED)
            .event());
    round(2, 2, 9_000, 9_000);
    awaitStatus(2, "AFTER_COMPLETION");
    assertThat(spent()).isEqualTo(10_000_000);
    awaitVersion(3);
    assertThat(one("SELECT -sum(amount_micros) FROM posting WHERE account = ?", brand()))
        .as("what went back is not funded again")
        .isEqualTo(10_000_000);
  }

  private void awaitVersion(long version) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> one("SELECT version FROM campaign WHERE id = ?", campaign) == version);
  }

  @Test
  void aCampaignThatEndsDoesNotWaitForWhatCouldNotBeRead() {
    start("10");
    UUID held = UUID.randomUUID();
    read(held, first, 6_000L);
    read(held, second, null);
    wire.send(story.closed(held, 1, 2, 1, 1L));
    awaitStatus(1, "HELD");

    wire.send(story.change(2).budget("10").ending(CompletionReason.ENDED_BY_TIME).event());
    wire.send(story.trackingEnded(2, 1));

    awaitSpent(10_000_000);
    await().atMost(Duration.ofSeconds(20)).until(() -> completions().size() == 1);
    assertThat(completions().getFirst().reason()).isEqualTo(CompletionReason.BUDGET_SPENT);
  }

  @Test
  void aHeldRoundIsSettledByItsOwnPriceBeforeARoundOfAnother() {
    start("10");
    UUID held = UUID.randomUUID();
    read(held, first, 6_000L);
    read(held, second, null);
    wire.send(story.closed(held, 1, 2, 1, 1L));
    awaitStatus(1, "HELD");

    wire.send(story.change(2).budget("100").cpm("5.00").event());
    round(2, 2, 7_000, 1_000);

    awaitSpent(20_000_000);
    assertThat(accrued(first)).isEqualTo(15_000_000);
    assertThat(accrued(second)).isEqualTo(5_000_000);
  }

  @Test
  void aCampaignWithoutRoundsEndsToo() {
    wire.send(story.change(1).event());
    wire.send(story.change(2).ending(CompletionReason.ENDED_BY_TIME).event());
    wire.send(story.trackingEnded(2, 0));

    await().atMost(Duration.ofSeconds(20)).until(() -> completions().size() == 1);
    assertThat(completions().getFirst().clips()).isZero();
  }

  private String brand() {
    return "campaign:" + campaign + ":brand";
  }

  private void round(long number, long version, long firstViews, long secondViews) {
    UUID round = UUID.randomUUID();
    read(round, first, firstViews);
    read(round, second, secondViews);
    wire.send(story.closed(round, number, 2, 2, version));
  }
}
