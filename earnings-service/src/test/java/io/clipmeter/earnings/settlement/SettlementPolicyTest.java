package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.terms.CampaignTerms;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import io.clipmeter.testing.Trials;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
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
          a rupiah's fraction                 | 0.02489   | 0        | 0      | 0          | 150247 | 3.739647
          a gap in time changes nothing       | 2.50      | 100      | 200    | 0.25       | 900    | 1.75
          """)
  void aClipIsDueItsGrowthAndNothingTwice(
      String what, String cpm, long baseline, long high, String accrued, long read, String share) {
    ClipReading clip = clip(1, baseline, high, micros(accrued), read, false);

    Settlement settlement =
        SettlementPolicy.decide(terms(cpm, "1000000", "0", 0), List.of(clip), 3);

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
    CampaignTerms plain = terms("2.50", "1000", "0", 0);
    CampaignTerms capped =
        new CampaignTerms(
            CAMPAIGN,
            1,
            plain.cpm(),
            Optional.of(Money.of(cap, "USD")),
            plain.budget(),
            plain.spent(),
            0,
            null);

    Settlement settlement =
        SettlementPolicy.decide(capped, List.of(clip(1, 0, 0, micros(accrued), views, false)), 3);

    assertThat(amounts(settlement)).containsExactly(micros(share));
  }

  @Test
  void aRoundThatFitsIsPaidInFullAndLeavesTheCampaignOpen() {
    Settlement settlement = decide("100", "0", 0, due(1, 30), due(2, 40));

    assertThat(amounts(settlement)).containsExactly(30_000_000L, 40_000_000L);
    assertThat(completes(settlement)).isFalse();
    assertThat(rationed(settlement)).containsOnly(false);
  }

  @Test
  void aRoundThatFitsExactlyCompletesWithoutRationing() {
    Settlement settlement = decide("100", "30", 0, due(1, 30), due(2, 40));

    assertThat(amounts(settlement)).containsExactly(30_000_000L, 40_000_000L);
    assertThat(completes(settlement)).isTrue();
    assertThat(rationed(settlement)).containsOnly(false);
  }

  @Test
  void oneMicroUnitShortOfTheBudgetDoesNotComplete() {
    Settlement settlement = decide("100.000001", "30", 0, due(1, 30), due(2, 40));

    assertThat(completes(settlement)).isFalse();
  }

  @Test
  void whatDoesNotFitIsSharedProRataToTheLastMicroUnit() {
    Settlement settlement = decide("100", "0", 0, due(1, 30), due(2, 40), due(3, 60));

    assertThat(amounts(settlement)).containsExactly(23_076_923L, 30_769_231L, 46_153_846L);
    assertThat(completes(settlement)).isTrue();
    assertThat(rationed(settlement)).containsOnly(true);
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
    CampaignTerms open = terms("2.50", "100", "100", 0);
    CampaignTerms completed =
        new CampaignTerms(
            CAMPAIGN,
            1,
            open.cpm(),
            Optional.empty(),
            open.budget(),
            open.spent(),
            0,
            Instant.EPOCH);

    assertThat(SettlementPolicy.decide(completed, List.of(due(1, 30)), 3))
        .isEqualTo(new Settlement.AfterCompletion());
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

  @Test
  void neverOverBudgetNeverBelowItOnceExhaustedAndNeverUnfair() {
    Trials.of(5_000).check(SettlementPolicyTest::trial);
  }

  private static void trial(RandomGenerator random) {
    List<ClipReading> clips = randomClips(random);
    long remaining = random.nextLong(1, 2_000_000_000L);
    CampaignTerms terms =
        new CampaignTerms(
            CAMPAIGN,
            1,
            Cpm.ofMicros(random.nextLong(1, 5_000_000), "USD"),
            Optional.empty(),
            Money.ofMicros(remaining, "USD"),
            Money.ofMicros(0, "USD"),
            0,
            null);
    List<Long> amounts = amounts(SettlementPolicy.decide(terms, clips, 0));
    BigInteger total = BigInteger.ZERO;
    List<BigInteger> dues = new ArrayList<>();
    for (ClipReading clip : clips.stream().filter(ClipReading::readable).toList()) {
      BigInteger worth =
          BigInteger.valueOf(clip.viewsAfter() - clip.baselineViews())
              .multiply(BigInteger.valueOf(terms.cpm().micros()))
              .divide(BigInteger.valueOf(1000));
      dues.add(worth.subtract(BigInteger.valueOf(clip.accruedMicros())).max(BigInteger.ZERO));
      total = total.add(dues.getLast());
    }
    long paid = amounts.stream().mapToLong(Long::longValue).sum();
    BigInteger left = BigInteger.valueOf(remaining);
    assertThat(BigInteger.valueOf(paid)).isEqualTo(total.min(left));
    for (int i = 0; i < dues.size(); i++) {
      BigInteger scaled =
          total.compareTo(left) <= 0 ? dues.get(i) : dues.get(i).multiply(left).divide(total);
      assertThat(BigInteger.valueOf(amounts.get(i)).subtract(scaled).intValueExact())
          .isBetween(0, 1);
    }
  }

  private static List<ClipReading> randomClips(RandomGenerator random) {
    List<ClipReading> clips = new ArrayList<>();
    int count = random.nextInt(0, 40);
    for (int i = 1; i <= count; i++) {
      long baseline = random.nextLong(0, 1_000_000);
      long high = baseline + random.nextLong(0, 100_000);
      Long views = random.nextInt(10) == 0 ? null : random.nextLong(0, 2_000_000);
      clips.add(clip(i, baseline, high, random.nextLong(0, 1_000), views, random.nextBoolean()));
    }
    return clips;
  }

  private static Settlement decide(
      String budget, String spent, int heldRounds, ClipReading... clips) {
    return SettlementPolicy.decide(terms("1.00", budget, spent, heldRounds), List.of(clips), 3);
  }

  private static CampaignTerms terms(String cpm, String budget, String spent, int heldRounds) {
    return new CampaignTerms(
        CAMPAIGN,
        1,
        Cpm.of(cpm, "USD"),
        Optional.empty(),
        Money.of(budget, "USD"),
        Money.of(spent, "USD"),
        heldRounds,
        null);
  }

  /** A clip that is due so many units at a CPM of 1.00. */
  private static ClipReading due(int id, long units) {
    return clip(id, 0, 0, 0, units * 1000, false);
  }

  private static ClipReading missing(int id, boolean gone) {
    return clip(id, 0, 0, 0, null, gone);
  }

  private static ClipReading clip(
      int id, long baseline, long high, long accrued, @Nullable Long views, boolean gone) {
    return new ClipReading(new UUID(0, id), "clipper", baseline, high, accrued, views, gone);
  }

  private static long micros(String amount) {
    return Money.of(amount, "USD").micros();
  }

  private static List<Long> amounts(Settlement settlement) {
    return ((Settlement.Paid) settlement).shares().stream().map(Share::micros).toList();
  }

  private static List<Boolean> rationed(Settlement settlement) {
    return ((Settlement.Paid) settlement).shares().stream().map(Share::rationed).toList();
  }

  private static boolean completes(Settlement settlement) {
    return ((Settlement.Paid) settlement).completes();
  }
}
