package io.clipmeter.earnings.settlement;

import static io.clipmeter.earnings.settlement.Cases.amounts;
import static io.clipmeter.earnings.settlement.Cases.asked;
import static io.clipmeter.earnings.settlement.Cases.capped;
import static io.clipmeter.earnings.settlement.Cases.clip;
import static io.clipmeter.earnings.settlement.Cases.due;
import static io.clipmeter.earnings.settlement.Cases.micros;
import static io.clipmeter.earnings.settlement.Cases.missing;
import static io.clipmeter.earnings.settlement.Cases.rationed;
import static io.clipmeter.earnings.settlement.Cases.terms;
import static io.clipmeter.earnings.settlement.Cases.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Terms;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementPolicyTest {
  private static final UUID CAMPAIGN = new UUID(0, 1);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what                              | cpm       | baseline | high   | accrued    | read   | share
          no growth                           | 2.50      | 1000     | 1000   | 0          | 1000   | 0
          one view                            | 2.50      | 1000     | 1000   | 0          | 1001   | 0.0025
          a thousand views                    | 2.50      | 0        | 0      | 0          | 1000   | 2.50
          cumulative and not again            | 1.00      | 0        | 20000  | 20.00      | 30000  | 10.00
          a fall pays and takes nothing       | 2.50      | 0        | 5000   | 12.50      | 4000   | 0
          growth below the height is no news  | 2.50      | 0        | 5000   | 12.50      | 5000   | 0
          growth counts above the height      | 2.50      | 0        | 5000   | 12.50      | 5004   | 0.01
          below the baseline is nothing       | 2.50      | 1000     | 1000   | 0          | 10     | 0
          a fraction of a micro-unit is kept  | 0.000001  | 0        | 0      | 0          | 999    | 0
          and counts once it is whole         | 0.000001  | 0        | 999    | 0          | 1000   | 0.000001
          a rupiah's fraction                 | 0.02489   | 0        | 0      | 0          | 150000 | 3.7335
          and 247 views more                  | 0.02489   | 0        | 150000 | 3.7335     | 150247 | 0.006147
          a gap in time changes nothing       | 2.50      | 100      | 200    | 0.25       | 900    | 1.75
          """)
  void aClipIsDueItsGrowthAndNothingTwice(
      String what, String cpm, long baseline, long high, String accrued, long read, String share) {
    ClipReading clip = clip(1, baseline, high, micros(accrued), read, false);

    Settlement settlement =
        SettlementPolicy.decide(asked(terms(cpm, "1000000"), "0", 0, List.of(clip)));

    assertThat(amounts(settlement)).containsExactly(micros(share));
  }

  @ParameterizedTest(name = "cap {0}, accrued {1}, {2} views: {3}")
  @CsvSource({
    "10.00, 0, 3999, 9.9975",
    "10.00, 0, 4000, 10.00",
    "10.00, 0, 4001, 10.00",
    "10.00, 9.9975, 9000, 0.0025",
    "10.00, 10.00, 9000, 0"
  })
  void theCapOfAClipComesBeforeTheBudget(String cap, String accrued, long views, String share) {
    Terms capped = capped(terms("2.50", "1000"), Optional.of(Money.of(cap, "USD")), 0);

    Settlement settlement =
        SettlementPolicy.decide(
            asked(capped, "0", 0, List.of(clip(1, 0, 0, micros(accrued), views, false))));

    assertThat(amounts(settlement)).containsExactly(micros(share));
  }

  @Test
  void aClipBelowTheLeastViewsKeepsItsGrowthWhenOthersAreRationed() {
    Terms atLeast = capped(terms("5.00", "10"), Optional.empty(), 1_000);
    ClipReading many = clip(1, 0, 0, 0, 9_000L, false);
    ClipReading few = clip(2, 0, 0, 0, 900L, false);

    var paid =
        (Settlement.Paid) SettlementPolicy.decide(asked(atLeast, "0", 0, List.of(many, few)));

    assertThat(paid.rationed()).isTrue();
    assertThat(paid.shares().getFirst().after().views()).isEqualTo(9_000);
    Share later = paid.shares().getLast();
    assertThat(later.reason()).isEqualTo(Reason.BELOW_MIN_VIEWS);
    assertThat(later.after().views()).isZero();
    assertThat(SegmentPolicy.worthMicros(atLeast, 1_100, later.after())).isEqualTo(5_500_000);
  }

  @Test
  void aRoundThatFitsIsPaidInFullAndLeavesTheCampaignOpen() {
    Settlement settlement = decide("100", "0", 0, due(1, 30), due(2, 40));

    assertThat(amounts(settlement)).containsExactly(30_000_000L, 40_000_000L);
    assertThat(total(settlement)).isEqualTo(70_000_000);
    assertThat(rationed(settlement)).containsOnly(false);
  }

  @Test
  void aRoundThatFitsExactlyCompletesWithoutRationing() {
    Settlement settlement = decide("100", "30", 0, due(1, 30), due(2, 40));

    assertThat(amounts(settlement)).containsExactly(30_000_000L, 40_000_000L);
    assertThat(total(settlement)).isEqualTo(70_000_000);
    assertThat(rationed(settlement)).containsOnly(false);
  }

  @Test
  void oneMicroUnitMoreThanIsLeftIsNotPaid() {
    Settlement settlement = decide("70", "0.000001", 0, due(1, 30), due(2, 40));

    assertThat(amounts(settlement)).containsExactly(30_000_000L, 39_999_999L);
    assertThat(total(settlement)).isEqualTo(69_999_999);
    assertThat(rationed(settlement)).containsOnly(true);
  }

  @Test
  void whatDoesNotFitIsSharedProRataToTheLastMicroUnit() {
    Settlement settlement = decide("100", "0", 0, due(1, 30), due(2, 40), due(3, 60));

    assertThat(amounts(settlement)).containsExactly(23_076_923L, 30_769_231L, 46_153_846L);
    assertThat(total(settlement)).isEqualTo(100_000_000);
    assertThat(rationed(settlement)).containsOnly(true);
  }

  @Test
  void aBudgetOfOneMicroUnitGoesToTheLargestRemainder() {
    Settlement settlement = decide("0.000001", "0", 0, due(1, 30), due(2, 60), due(3, 40));

    assertThat(amounts(settlement)).containsExactly(0L, 1L, 0L);
    assertThat(total(settlement)).isEqualTo(1);
  }

  @Test
  void leftOverUnitsGoToTheLowerClipIdWhereRemaindersTie() {
    Settlement settlement = decide("100", "0", 0, due(1, 50), due(2, 50), due(3, 50));

    assertThat(amounts(settlement)).containsExactly(33_333_334L, 33_333_333L, 33_333_333L);
  }

  @Test
  void anUnreadableClipKeepsItsGrowthAndTheOthersArePaid() {
    Settlement settlement = decide("100", "0", 0, due(1, 30), missing(2, false), due(3, 40));

    assertThat(amounts(settlement)).containsExactly(30_000_000L, 40_000_000L);
  }

  @ParameterizedTest(name = "held {0} times, gone {1}: held again {2}")
  @CsvSource({"0, false, true", "2, false, true", "3, false, false", "0, true, false"})
  void anExhaustingRoundWaitsForUnreadableClipsButNotForEver(
      int heldRounds, boolean gone, boolean held) {
    Settlement settlement = decide("100", "0", heldRounds, due(1, 100), missing(2, gone));

    assertThat(settlement instanceof Settlement.Held).isEqualTo(held);
  }

  @Test
  void aRoundOneMicroUnitShortOfExhaustingDoesNotWait() {
    Settlement settlement = decide("100.000001", "0", 0, due(1, 100), missing(2, false));

    assertThat(amounts(settlement)).containsExactly(100_000_000L);
  }

  @Test
  void aCompletedCampaignPaysNothingMore() {
    Question open = asked(terms("2.50", "100"), "100", 0, List.of(due(1, 30)));
    Campaign spent = open.campaign();
    Campaign completed =
        new Campaign(
            CAMPAIGN,
            1,
            spent.budget(),
            spent.spent(),
            0,
            null,
            CompletionReason.BUDGET_SPENT,
            Instant.EPOCH);

    assertThat(
            SettlementPolicy.decide(
                new Question(completed, open.terms(), open.history(), open.clips(), 3)))
        .isEqualTo(new Settlement.AfterCompletion());
  }

  @ParameterizedTest(name = "{0} views above the baseline of {1} needed: {2}")
  @CsvSource({"999, 1000, 0", "1000, 1000, 2.50", "1001, 1000, 2.5025", "0, 0, 0"})
  void aClipBelowTheLeastViewsEarnsNothingAndThenForAllOfThem(
      long growth, long minViews, String share) {
    Terms terms = capped(terms("2.50", "1000"), Optional.empty(), minViews);

    Settlement settlement =
        SettlementPolicy.decide(
            asked(terms, "0", 0, List.of(clip(1, 50, 50, 0, 50 + growth, false))));

    assertThat(amounts(settlement)).containsExactly(micros(share));
  }

  @Test
  void eachClipOfTheRoundHasAReason() {
    Terms terms = capped(terms("1.00", "1000"), Optional.of(Money.of("5", "USD")), 100);
    List<ClipReading> clips =
        List.of(
            clip(1, 0, 0, 0, 2_000L, false),
            clip(2, 0, 0, 0, 9_000L, false),
            clip(3, 0, 300, 300_000, 200L, false),
            clip(4, 0, 0, 0, 99L, false),
            clip(5, 0, 0, 0, null, false),
            clip(6, 0, 0, 0, null, true));

    Settlement settlement = SettlementPolicy.decide(asked(terms, "0", 0, clips));

    assertThat(((Settlement.Paid) settlement).shares())
        .extracting(Share::reason)
        .containsExactly(
            Reason.PAID,
            Reason.CAPPED,
            Reason.NOT_GROWN,
            Reason.BELOW_MIN_VIEWS,
            Reason.UNREADABLE,
            Reason.GONE);
  }

  @Test
  void aRoundOfOlderTermsStaysWithinTheirBudget() {
    Terms old = terms("1.00", "50");
    Question question = asked(old, "30", 0, List.of(due(1, 30)));
    Campaign raised =
        new Campaign(
            CAMPAIGN, 2, Money.of("100", "USD"), Money.of("30", "USD"), 0, null, null, null);

    Settlement settlement =
        SettlementPolicy.decide(new Question(raised, old, question.history(), question.clips(), 3));

    assertThat(amounts(settlement)).containsExactly(20_000_000L);
  }

  @Test
  void anEmptyRoundPaysNothing() {
    assertThat(amounts(decide("100", "0", 0))).isEmpty();
  }

  @Test
  void countsBeyondAllReasonDoNotOverflow() {
    Settlement settlement =
        decide(
            "100",
            "0",
            0,
            clip(1, 0, 0, 0, Long.MAX_VALUE, false),
            clip(2, 0, 0, 0, Long.MAX_VALUE, false));

    assertThat(amounts(settlement)).containsExactly(50_000_000L, 50_000_000L);
  }

  private static Settlement decide(
      String budget, String spent, int heldRounds, ClipReading... clips) {
    return SettlementPolicy.decide(asked(terms("1.00", budget), spent, heldRounds, List.of(clips)));
  }
}
