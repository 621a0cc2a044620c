package io.clipmeter.tracking.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.Bound;
import io.clipmeter.tracking.doubt.FirstCountPolicy.Doubt;
import io.clipmeter.tracking.doubt.GoneSettings;
import io.clipmeter.tracking.observation.JumpSettings;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.call.ProviderFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineJudgeTest {
  private static final Instant AT = Instant.parse("2026-03-05T12:00:00Z");
  private static final VideoRef VIDEO =
      VideoRef.of(Platform.TIKTOK, "7512345", "https://www.tiktok.com/@someone/video/7512345");
  private final BaselineJudge judge =
      new BaselineJudge(
          Bound.to("clipmeter.tracking.baseline", BaselineSettings.class, Map.of()),
          new GoneSettings(Duration.ofHours(24), Duration.ofDays(3)),
          new JumpSettings(2_000_000, 100, Duration.ofMinutes(15)));

  @ParameterizedTest(name = "known at {0}, read {1}: believed {2}")
  @CsvSource({
    "1000, 2001000, true",
    "1000, 2001001, false",
    "1000, 900000000, false",
    "30000000, 900000000, true",
    ", 900000000, true"
  })
  void farMoreThanTheVideoIsKnownToHaveIsNoBaselineAtOnce(
      @Nullable Long known, long views, boolean believed) {
    assertThat(judged(views, Source.APIFY, null, known)).isEqualTo(believed);
  }

  @ParameterizedTest(name = "{0} doubted {1} min ago, then {2}: believed {3}")
  @CsvSource({
    "900000000, 30, 900000000, true",
    "900000000, 29, 900000000, false",
    "900000000, 30, 899999999, false",
    "0, 30, 900000000, false",
    "900000000, 1, 1100, true"
  })
  void itIsOneWhereALaterReadingAgrees(long doubted, long minutes, long views, boolean believed) {
    Doubt doubt = new Doubt(doubted, AT.minus(Duration.ofMinutes(minutes)));

    assertThat(judged(views, Source.APIFY, doubt, 1_000L)).isEqualTo(believed);
  }

  @Test
  void whatTwoAdminsSawIsBelieved() {
    assertThat(judged(900_000_000, Source.MANUAL, null, 1_000L)).isTrue();
  }

  @ParameterizedTest(name = "{0}, then {1}: doubted from now on {2}")
  @CsvSource({"900000000, 900000001, false", "900000000, 899999999, true", "0, 900000000, true"})
  void aDoubtStaysUntilItIsContradicted(long before, long views, boolean anew) {
    PendingBaseline pending = pending(new Doubt(before, AT.minusSeconds(60)));

    var later = judge.later(pending, read(views, Source.APIFY), new Verdict.Suspicious(views), AT);

    assertThat(later.doubt()).isEqualTo(anew ? new Doubt(views, AT) : null);
  }

  @ParameterizedTest(name = "said to be gone {0} h ago, now doubted {1}: believed {2}")
  @CsvSource({"24, false, true", "23, false, false", "71, true, false", "72, true, true"})
  void whereManyAreSuddenlyGoneItTakesDaysUntilItIsBelieved(
      long hours, boolean doubted, boolean believed) {
    PendingBaseline pending =
        new PendingBaseline(new UUID(0, 1), VIDEO, 9, 0, null, AT.minus(Duration.ofHours(hours)));
    Reading.Gone gone = new Reading.Gone(UnavailableReason.NOT_FOUND, doubted, AT);

    Verdict verdict = judge.judge(pending, new Answer(gone, Source.APIFY, AT), null);

    assertThat(verdict instanceof Verdict.Gone).isEqualTo(believed);
  }

  @ParameterizedTest(
      name = "said {0} h ago, something else spoke for it {1} h ago: {2}, again in {3} h")
  @CsvSource({"6, , false, 2", "71, , false, 2", "72, , false, 24", "720, 719, true, 24"})
  void aProvidersWordAloneNeverEndsASubmissionAndIsAskedForLessAndLess(
      long said, @Nullable Long spoke, boolean believed, long again) {
    PendingBaseline pending =
        new PendingBaseline(new UUID(0, 1), VIDEO, 9, 0, null, AT.minus(Duration.ofHours(said)));
    Instant backed = spoke == null ? null : AT.minus(Duration.ofHours(spoke));
    Answer answer =
        new Answer(new Reading.Gone(UnavailableReason.NOT_FOUND).backed(backed), Source.APIFY, AT);

    Verdict verdict = judge.judge(pending, answer, null);

    assertThat(verdict instanceof Verdict.Gone).isEqualTo(believed);
    assertThat(judge.later(pending, answer, verdict, AT).due())
        .isEqualTo(AT.plus(Duration.ofHours(again)));
  }

  @ParameterizedTest(name = "after {0} tries, the last {1} without a count: again in {2} min")
  @CsvSource({
    "1, 1, 0",
    "30, 30, 30",
    "33, 33, 30",
    "34, 34, 60",
    "38, 38, 120",
    "50, 50, 960",
    "54, 54, 1440",
    "9999, 9999, 1440",
    "9999, 1, 30",
    "9999, 3, 30",
    "9999, 4, 60"
  })
  void whatOthersShowAndNobodyCountsIsAskedForLessAndLess(int tries, int uncounted, long minutes) {
    PendingBaseline pending =
        new PendingBaseline(new UUID(0, 1), VIDEO, tries, uncounted - 1, null, null);
    Answer answer = new Answer(Reading.uncounted("others show it"), Source.APIFY, AT);

    var later = judge.later(pending, answer, judge.judge(pending, answer, null), AT);

    assertThat(Duration.between(AT, later.due()).toMinutes()).isEqualTo(minutes);
    assertThat(later.shownAt()).isEqualTo(AT);
    assertThat(later.uncounted()).isTrue();
  }

  @Test
  void whereWhoMightCountItDidNotAnswerItIsAskedAgainAsOftenAsEver() {
    PendingBaseline pending = new PendingBaseline(new UUID(0, 1), VIDEO, 9999, 9998, null, null);
    Answer answer = new Answer(Reading.uncounted("others show it"), Source.TIKTOK, AT, true);

    var later = judge.later(pending, answer, judge.judge(pending, answer, null), AT);

    assertThat(later.due()).isEqualTo(AT.plus(Duration.ofMinutes(30)));
    assertThat(later.shownAt()).isEqualTo(AT);
    assertThat(later.uncounted()).isFalse();
  }

  @Test
  void whereNobodyAnswersItIsAskedAgainAsOftenAsEver() {
    PendingBaseline pending = new PendingBaseline(new UUID(0, 1), VIDEO, 9999, 9998, null, null);
    ProviderFault outage = new ProviderFault(ProviderFault.Kind.DOWN, "an outage");
    Answer answer = new Answer(Reading.failed(outage), Source.APIFY, AT);

    var later = judge.later(pending, answer, judge.judge(pending, answer, null), AT);

    assertThat(later.due()).isEqualTo(AT.plus(Duration.ofMinutes(30)));
    assertThat(later.uncounted()).isFalse();
  }

  @ParameterizedTest(name = "after {0} tries, the last {1} without an item: again in {2} min")
  @CsvSource({
    "1, 1, 0",
    "30, 30, 30",
    "33, 33, 30",
    "34, 34, 60",
    "38, 38, 120",
    "54, 54, 120",
    "9999, 9999, 120",
    "9999, 1, 30"
  })
  void whatNobodyShowsThoughAllAnswerIsAskedForLessOftenButNotForADay(
      int tries, int uncounted, long minutes) {
    PendingBaseline pending =
        new PendingBaseline(new UUID(0, 1), VIDEO, tries, uncounted - 1, null, null);
    Answer answer = new Answer(Reading.failed("no item in the answer"), Source.APIFY, AT);

    var later = judge.later(pending, answer, judge.judge(pending, answer, null), AT);

    assertThat(Duration.between(AT, later.due()).toMinutes()).isEqualTo(minutes);
    assertThat(later.shownAt()).isNull();
    assertThat(later.uncounted()).isTrue();
  }

  private boolean judged(long views, Source source, @Nullable Doubt doubt, @Nullable Long known) {
    return judge.judge(pending(doubt), read(views, source), known) instanceof Verdict.Observed;
  }

  private static PendingBaseline pending(@Nullable Doubt doubt) {
    return new PendingBaseline(new UUID(0, 1), VIDEO, 1, 0, doubt, null);
  }

  private static Answer read(long views, Source source) {
    return new Answer(new Reading.Ok(Counts.ofViews(views), VideoFacts.NONE), source, AT);
  }
}
