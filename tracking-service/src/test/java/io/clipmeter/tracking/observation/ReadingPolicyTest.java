package io.clipmeter.tracking.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.observation.ReadingPolicy.History;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingPolicyTest {

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

    Verdict verdict = ReadingPolicy.judge(reading, new History(last, null, 1));

    assertThat(verdict.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "said in {0}, again in {1}: {2}")
  @CsvSource({", 1, UNKNOWN", "1, 1, UNKNOWN", "1, 2, GONE", "1, 9, GONE", ", 0, UNKNOWN"})
  void goneIsOnlyBelievedInALaterRound(@Nullable Long saidIn, long round, ReadingOutcome outcome) {
    Reading reading = new Reading.Gone(UnavailableReason.NOT_FOUND);

    Verdict verdict = ReadingPolicy.judge(reading, new History(100L, saidIn, round));

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.reason()).isEqualTo(UnavailableReason.NOT_FOUND);
  }

  @Test
  void aFailureIsNeitherZeroNorGone() {
    Verdict verdict = ReadingPolicy.judge(Reading.failed("quota"), new History(100L, 1L, 9));

    assertThat(verdict).isEqualTo(new Verdict.Unknown(UnavailableReason.PROVIDER_ERROR));
  }

  @Test
  void whatIsNotBelievedIsKeptAsItWas() {
    Reading reading = new Reading.Ok(Counts.ofViews(0), VideoFacts.NONE);

    assertThat(ReadingPolicy.judge(reading, new History(5L, null, 2)))
        .isEqualTo(new Verdict.Implausible(0));
  }

  @ParameterizedTest(name = "{0} after {1} is {2}")
  @CsvSource({
    "VIEWS, VIEWS, OK",
    "PLAYS, PLAYS, OK",
    "VIEWS, PLAYS, UNKNOWN",
    "PLAYS, VIEWS, UNKNOWN",
    "VIEWS, , OK",
    "PLAYS, , OK"
  })
  void aCountOfAnotherKindIsNoGrowth(
      Counts.Kind kind, Counts.@Nullable Kind before, ReadingOutcome outcome) {
    Reading reading = new Reading.Ok(Counts.ofViews(200), VideoFacts.NONE, kind);

    Verdict verdict = ReadingPolicy.judge(reading, new History(100L, null, 2, before));

    assertThat(verdict.outcome()).isEqualTo(outcome);
  }
}
