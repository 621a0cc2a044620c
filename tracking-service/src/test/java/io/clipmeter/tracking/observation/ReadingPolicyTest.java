package io.clipmeter.tracking.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.doubt.GoneSettings;
import io.clipmeter.tracking.observation.ReadingPolicy.History;
import io.clipmeter.tracking.observation.ReadingPolicy.Missing;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingPolicyTest {
  private static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");
  private static final GoneSettings BOUND =
      new GoneSettings(Duration.ofHours(24), Duration.ofDays(3));

  @ParameterizedTest(name = "{0} after {1} is {2}")
  @CsvSource({
    "100,                 ,              OK",
    "0,                   ,              OK",
    "0,                   0,             OK",
    "0,                   1,             IMPLAUSIBLE",
    "1,                   1000000,       OK",
    "999999,              1000000,       OK",
    "337000,              1000,          OK",
    "-1,                  ,              IMPLAUSIBLE",
    "-9223372036854775808,,              IMPLAUSIBLE",
    "1000000000000,       ,              OK",
    "1000000000001,       ,              IMPLAUSIBLE",
    "9223372036854775807, 100,           IMPLAUSIBLE"
  })
  void aNumberCountsUnlessItContradictsHistory(
      long views, @Nullable Long last, ReadingOutcome outcome) {
    Reading reading = new Reading.Ok(Counts.ofViews(views), VideoFacts.NONE);

    Verdict verdict = judge(reading, new History(last, null, 1));

    assertThat(verdict.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "said in {0} and {1} later again in {2}, doubted {3}: {4}")
  @CsvSource({
    ",  PT0S,   1, false, UNKNOWN",
    ",  PT0S,   0, false, UNKNOWN",
    "1, PT240H, 1, false, UNKNOWN",
    "1, PT1S,   2, false, UNKNOWN",
    "1, PT23H59M59S, 9, false, UNKNOWN",
    "1, PT24H,  2, false, GONE",
    "1, PT24H,  9, false, GONE",
    "1, PT24H,  9, true,  UNKNOWN",
    "1, PT71H59M59S, 9, true, UNKNOWN",
    "1, PT72H,  9, true,  GONE"
  })
  void goneIsOnlyBelievedInALaterRoundAndAfterSomeTime(
      @Nullable Long saidIn, Duration later, long round, boolean doubted, ReadingOutcome outcome) {
    Reading reading = new Reading.Gone(UnavailableReason.NOT_FOUND, doubted, AT);
    Missing missing = saidIn == null ? null : new Missing(saidIn, AT.minus(later));

    Verdict verdict = judge(reading, new History(100L, missing, round));

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.reason()).isEqualTo(UnavailableReason.NOT_FOUND);
  }

  @ParameterizedTest(name = "said {0} ago, something else spoke for it {1} ago: {2}")
  @CsvSource({
    "PT24H,  ,         UNKNOWN",
    "PT720H, ,         UNKNOWN",
    "PT24H,  PT24H,    UNKNOWN",
    "PT24H,  PT25H,    UNKNOWN",
    "PT24H,  PT23H59M, GONE",
    "PT24H,  PT0S,     GONE"
  })
  void timeAloneProvesNothing(Duration said, @Nullable Duration spoke, ReadingOutcome outcome) {
    Reading reading =
        new Reading.Gone(UnavailableReason.NOT_FOUND)
            .backed(spoke == null ? null : AT.minus(spoke));

    Verdict verdict = judge(reading, new History(100L, new Missing(1, AT.minus(said)), 9));

    assertThat(verdict.outcome()).isEqualTo(outcome);
  }

  @Test
  void aFailureIsNeitherZeroNorGone() {
    Missing missing = new Missing(1, AT.minus(Duration.ofDays(9)));

    Verdict verdict = judge(Reading.failed("quota"), new History(100L, missing, 9));

    assertThat(verdict).isEqualTo(new Verdict.Unknown(UnavailableReason.PROVIDER_ERROR));
  }

  @Test
  void whatIsNotBelievedIsKeptAsItWas() {
    Reading reading = new Reading.Ok(Counts.ofViews(0), VideoFacts.NONE);

    assertThat(judge(reading, new History(5L, null, 2))).isEqualTo(new Verdict.Implausible(0));
  }

  private static Verdict judge(Reading reading, History history) {
    return ReadingPolicy.judge(reading, AT, history, BOUND);
  }
}
