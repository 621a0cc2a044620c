package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.money.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The examples by which the rules are told, through the whole service. */
class ExamplesIT extends SettlementStage {

  @Test
  void tenTwentyAndThirtyThousandViewsAtOneDollarAreThirtyAndNotSixty() {
    wire.send(story.change(1).budget("100").cpm("1.00").event());
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 0));

    round(1, 10_000L, 0L);
    round(2, 20_000L, 0L);
    round(3, 30_000L, 0L);

    awaitSpent(30_000_000);
    assertThat(accrued(first)).isEqualTo(30_000_000);
  }

  @Test
  void rupiahsAreKeptInMicroUnitsAndRoundedOnlyToBeShown() {
    wire.send(inRupiahs(story.change(1).budget("100").cpm("0.02489").event()));
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 0));

    round(1, 150_000L, 150_247L);

    awaitSpent(7_473_147);
    assertThat(Money.ofMicros(accrued(first), "IDR").amount()).isEqualTo("3.7335");
    assertThat(Money.ofMicros(accrued(first), "IDR").display()).isEqualTo("3.73");
    assertThat(Money.ofMicros(accrued(second), "IDR").display()).isEqualTo("3.74");
  }

  private static CampaignChanged inRupiahs(CampaignChanged dollars) {
    return new CampaignChanged(
        dollars.campaignId(),
        dollars.version(),
        dollars.name(),
        dollars.status(),
        new Amount(dollars.budget().amount(), "IDR"),
        new Amount(dollars.cpm().amount(), "IDR"),
        dollars.platforms(),
        null,
        dollars.trackingInterval(),
        null,
        dollars.createdAt(),
        dollars.publishedAt(),
        dollars.changedAt(),
        null,
        null,
        null);
  }

  @Test
  void aHundredDollarsOverThirtyFortyAndSixtyAreSharedToTheLastMicroUnit() {
    UUID third = UUID.randomUUID();
    wire.send(story.change(1).budget("100").cpm("1.00").event());
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 0));
    wire.send(story.approved(third, "carol", 0));
    UUID round = UUID.randomUUID();
    wire.send(story.observed(round, first, 30_000));
    wire.send(story.observed(round, second, 40_000));
    wire.send(story.observed(round, third, 60_000));
    wire.send(story.closed(round, 1, 3, 3));

    awaitSpent(100_000_000);
    assertThat(accrued(first)).isEqualTo(23_076_923);
    assertThat(accrued(second)).isEqualTo(30_769_231);
    assertThat(accrued(third)).isEqualTo(46_153_846);
  }

  @Test
  void aBudgetOfOneMicroUnitIsSpentOnce() {
    wire.send(story.change(1).budget("0.000001").cpm("1.00").event());
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 0));

    round(1, 1_000L, 3_000L);

    awaitSpent(1);
    assertThat(accrued(first)).isZero();
    assertThat(accrued(second)).isEqualTo(1);
    round(2, 9_000L, 9_000L);
    awaitStatus(2, "AFTER_COMPLETION");
    assertThat(spent()).isEqualTo(1);
  }
}
