package io.clipmeter.tracking.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.observation.JumpPolicy.Past;
import io.clipmeter.tracking.observation.JumpPolicy.Suspicion;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoFacts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JumpPolicyTest {
  private static final Instant AT = Instant.parse("2026-03-05T12:00:00Z");
  private static final JumpSettings BOUND =
      new JumpSettings(2_000_000, 100, Duration.ofMinutes(15));

  @ParameterizedTest(name = "{0} to {1} after {2} hours: suspicious {3}")
  @CsvSource({
    // Honest ones that were recorded.
    "933, 314712, 24, false",
    "5000000, 23058240, 24, false",
    // Both bounds, each at its edge.
    "10000, 1010000, 4, false",
    "20000, 2020000, 4, false",
    "19999, 2019999, 4, false",
    "19800, 2019800, 4, false",
    "19999, 2020000, 4, true",
    "1, 2000001, 4, false",
    "1, 2000002, 4, true",
    "0, 2000000, 4, false",
    "0, 2000001, 4, true",
    // A day more, and as much again is no wonder.
    "1, 2000002, 23, true",
    "1, 2000002, 24, false",
    "1, 6000001, 48, false",
    "1, 6000002, 48, true",
    "1, 6000002, -48, true",
    "1, 1000000000000, 4, true",
    // A fall is none of its business.
    "5000000, 1, 4, false"
  })
  void onlyWhatIsManyTimesAndManyMoreIsSuspicious(
      long last, long views, long hours, boolean suspicious) {
    Past past = new Past(last, AT.minus(Duration.ofHours(hours)), null);

    assertThat(judge(views, past, 2))
        .isEqualTo(suspicious ? new Verdict.Suspicious(views) : observed(views));
  }

  @ParameterizedTest(name = "{0} in round {1}, then {2} in round {3}: believed {4}")
  @CsvSource({
    "5000000, 1, 5000000, 2, true",
    "5000000, 1, 4500000, 2, true",
    "5000000, 1, 4499999, 2, false",
    "5000000, 1, 9000000, 7, true",
    "5000000, 2, 5000000, 2, false",
    "3000000, 1, 2000101, 2, false",
    // What jumps again from there confirms nothing.
    "3000000, 1, 300000099, 2, true",
    "3000000, 1, 300000100, 2, false",
    "3000000, 1, 900000000000, 2, false"
  })
  void whatALaterRoundReadsAgainIsBelieved(
      long suspected, long in, long views, long round, boolean believed) {
    Past past = suspecting(suspected, in, Duration.ofHours(4));

    assertThat(judge(views, past, round))
        .isEqualTo(believed ? observed(views) : new Verdict.Suspicious(views));
  }

  @ParameterizedTest(name = "{0} s later: believed {1}")
  @CsvSource({"0, false", "899, false", "900, true"})
  void aRoundThatIsForcedSoonAfterConfirmsNothing(long seconds, boolean believed) {
    Past past = suspecting(5_000_000, 1, Duration.ofSeconds(seconds));

    assertThat(judge(5_000_000, past, 2))
        .isEqualTo(believed ? observed(5_000_000) : new Verdict.Suspicious(5_000_000));
  }

  @ParameterizedTest(name = "{0} after 5000000: as before {1}")
  @CsvSource({"5000000, true", "4500000, true", "4499999, false", "900000000000, false"})
  void whatAgreesWithASuspicionDoesNotPutItOff(long views, boolean kept) {
    Past past = suspecting(5_000_000, 1, Duration.ofMinutes(1));

    assertThat(JumpPolicy.suspected(views, past, AT, 2, BOUND))
        .isEqualTo(kept ? past.suspicion() : new Suspicion(views, 2, AT));
  }

  private static Past suspecting(long views, long round, Duration before) {
    return new Past(
        100, AT.minus(Duration.ofHours(4)), new Suspicion(views, round, AT.minus(before)));
  }

  @Test
  void whatIsNoNumberStaysAsItIs() {
    Verdict gone = new Verdict.Unknown(io.clipmeter.events.UnavailableReason.PROVIDER_ERROR);

    assertThat(JumpPolicy.judge(gone, past(null), AT, 1, BOUND)).isSameAs(gone);
  }

  @Test
  void withoutATimeItIsOneDay() {
    assertThat(judge(2_000_102, past(null), 1)).isEqualTo(new Verdict.Suspicious(2_000_102));
    assertThat(judge(2_000_100, past(null), 1)).isEqualTo(observed(2_000_100));
  }

  private static Past past(@Nullable Instant lastReadAt) {
    return new Past(100, lastReadAt, null);
  }

  private static Verdict judge(long views, Past past, long round) {
    return JumpPolicy.judge(observed(views), past, AT, round, BOUND);
  }

  private static Verdict observed(long views) {
    return new Verdict.Observed(Counts.ofViews(views), VideoFacts.NONE);
  }
}
