package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.terms.Segment;
import io.clipmeter.earnings.terms.Terms;
import io.clipmeter.earnings.terms.TermsHistory;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentPolicyTest {
  private static final Money BUDGET = Money.of("1000", "USD");

  @Test
  void aClipsFirstSegmentIsOpenedByTheTermsOfItsFirstRound() {
    Terms terms = terms(3, 1_000_000, null, 0);

    Segment segment =
        SegmentPolicy.by(terms, clip(10, 10, 0, new Segment(10, 0, 0, null)), of(terms));

    assertThat(segment).isEqualTo(new Segment(10, 0, 0, 3L));
  }

  @Test
  void aVersionOfTheSamePriceGoesOnWithTheSegment() {
    Terms old = terms(1, 1_000_000, null, 0);
    Terms same = terms(2, 1_000_000, null, 0);

    Segment segment =
        SegmentPolicy.by(same, clip(0, 500, 500_000, new Segment(0, 0, 7, 1L)), of(old, same));

    assertThat(segment).isEqualTo(new Segment(0, 0, 7, 2L));
  }

  @ParameterizedTest(name = "old price {0}, height {1}, accrued {2}: carry {3}")
  @CsvSource({
    "1000000, 500, 500000, 0",
    "1, 999, 0, 999",
    "1, 1001, 1, 1",
    "24890, 150247, 3739647, 830"
  })
  void aNewPriceOpensASegmentAndKeepsTheFractionOfTheOldOne(
      long cpm, long high, long accrued, long carry) {
    Terms old = terms(1, cpm, null, 0);
    Terms next = terms(2, 9_000_000, null, 0);

    Segment segment =
        SegmentPolicy.by(next, clip(0, high, accrued, new Segment(0, 0, 0, 1L)), of(old, next));

    assertThat(segment).isEqualTo(new Segment(high, accrued, carry, 2L));
  }

  @Test
  void whatTheOldCapDidNotPayIsNotPaidByTheNewOne() {
    Terms old = terms(1, 1_000_000, 5_000_000L, 0);
    Terms next = terms(2, 1_000_000, 50_000_000L, 0);
    ClipReading clip = clip(0, 20_000, 5_000_000, new Segment(0, 0, 0, 1L));

    Segment segment = SegmentPolicy.by(next, clip, of(old, next));

    assertThat(segment).isEqualTo(new Segment(20_000, 5_000_000, 0, 2L));
    assertThat(SegmentPolicy.worthMicros(next, 21_000, segment)).isEqualTo(1_000_000);
  }

  @Test
  void growthBelowTheLeastViewsIsKeptAtItsOwnPrice() {
    Terms old = terms(1, 1_000_000, null, 1_000);
    Terms next = terms(2, 2_000_000, null, 1_000);
    ClipReading clip = clip(0, 900, 0, new Segment(0, 0, 0, 1L));

    Segment segment = SegmentPolicy.by(next, clip, of(old, next));

    assertThat(segment).isEqualTo(new Segment(900, 0, 900_000_000, 2L));
    assertThat(SegmentPolicy.worthMicros(next, 1_000, segment)).isEqualTo(900_000 + 200_000);
  }

  @Test
  void whatAClipGrowsWhileItsCampaignIsOverIsNotOwedButForTheFractionBefore() {
    Terms terms = terms(1, 1, null, 0);
    ClipReading clip = clip(0, 1_001, 1, new Segment(0, 0, 0, 1L), 5_000L);

    Segment segment = SegmentPolicy.whileOver(terms, clip, of(terms));

    assertThat(segment).isEqualTo(new Segment(5_000, 1, 1, 1L));
    assertThat(SegmentPolicy.worthMicros(terms, 5_999, segment)).isEqualTo(1);
  }

  @Test
  void anAmountBeyond64BitsIsTheLargestThatFits() {
    Terms terms = terms(1, Long.MAX_VALUE, null, 0);

    assertThat(SegmentPolicy.worthMicros(terms, Long.MAX_VALUE, new Segment(0, 0, 0, 1L)))
        .isEqualTo(Long.MAX_VALUE);
  }

  private static TermsHistory of(Terms... versions) {
    return new TermsHistory(List.of(versions));
  }

  private static Terms terms(long version, long cpm, @Nullable Long cap, long minViews) {
    return new Terms(
        version,
        Cpm.ofMicros(cpm, "USD"),
        Optional.ofNullable(cap).map(micros -> Money.ofMicros(micros, "USD")),
        minViews,
        BUDGET,
        0,
        Instant.EPOCH);
  }

  private static ClipReading clip(long baseline, long high, long accrued, Segment segment) {
    return clip(baseline, high, accrued, segment, null);
  }

  private static ClipReading clip(
      long baseline, long high, long accrued, Segment segment, @Nullable Long views) {
    return new ClipReading(
        new UUID(0, 1),
        "clipper",
        baseline,
        high,
        accrued,
        segment,
        new ClipReading.Read(views, false, Instant.EPOCH, "APIFY"));
  }
}
