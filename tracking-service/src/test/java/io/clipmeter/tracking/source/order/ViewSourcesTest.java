package io.clipmeter.tracking.source.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.KeyCheck;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.batch.QuickRuns;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ViewSourcesTest {
  private static final VideoRef ONE = VideoRef.of(Platform.TIKTOK, "1", "https://t/1");
  private static final VideoRef TWO = VideoRef.of(Platform.TIKTOK, "2", "https://t/2");
  private static final VideoRef THREE = VideoRef.of(Platform.TIKTOK, "3", "https://t/3");

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final FakeViewSource first = new FakeViewSource(clock, Source.APIFY);
  private final FakeViewSource second = new FakeViewSource(clock, Source.TIKTOK);

  @Test
  void theFirstAnswersAndNobodyElseIsAsked() {
    first.show(ONE.key(), 10);
    second.show(ONE.key(), 99);

    Answers answers = sources().read(Platform.TIKTOK, List.of(ONE));

    assertThat(answers.of(ONE.key()).source()).isEqualTo(Source.APIFY);
    assertThat(views(answers.of(ONE.key()))).isEqualTo(10);
    assertThat(second.asked()).isEmpty();
  }

  @Test
  void aCountOfAnotherKindThanTheDeclaredOneIsNoAnswerAndTheNextIsAsked() {
    first.tell(ONE.key(), new Reading.Ok(Counts.ofViews(50), VideoFacts.NONE, Counts.Kind.PLAYS));
    second.show(ONE.key(), 11);

    Answers answers = sources().read(Platform.TIKTOK, List.of(ONE));

    assertThat(views(answers.of(ONE.key()))).isEqualTo(11);
    assertThat(answers.of(ONE.key()).source()).isEqualTo(Source.TIKTOK);
  }

  @Test
  void whoCountsSomethingElseIsNotAsked() {
    ViewSource views = new OfOneKind(first, Counts.Kind.VIEWS);
    ViewSource plays = new OfOneKind(second, Counts.Kind.PLAYS);

    assertThat(declared(List.of(views, plays), Map.of()).namesOf(Platform.INSTAGRAM))
        .containsExactly(Source.TIKTOK);
    assertThat(
            declared(List.of(views, plays), Map.of(Platform.INSTAGRAM, Counts.Kind.VIEWS))
                .namesOf(Platform.INSTAGRAM))
        .containsExactly(Source.APIFY);
  }

  private ViewSources declared(List<ViewSource> all, Map<Platform, Counts.Kind> kinds) {
    return new ViewSources(
        all,
        new SourceSettings(Map.of(Platform.INSTAGRAM, List.of(Source.APIFY, Source.TIKTOK)), kinds),
        QuickRuns.at(clock),
        ViewSourcesFixture.doubts(new FakeGoneWatch(), meters, clock),
        meters,
        clock);
  }

  /** A provider whose every number counts the same thing. */
  private record OfOneKind(ViewSource source, Counts.Kind kind) implements ViewSource {
    @Override
    public Source name() {
      return source.name();
    }

    @Override
    public java.util.Set<Platform> platforms() {
      return source.platforms();
    }

    @Override
    public java.util.Set<Counts.Kind> kinds(Platform platform) {
      return java.util.Set.of(kind);
    }

    @Override
    public Readings read(List<VideoRef> videos) {
      return source.read(videos);
    }

    @Override
    public KeyCheck checkKey() {
      return source.checkKey();
    }
  }

  @Test
  void whereTheFirstIsOutTheNextTakesOverAndSaysSo() {
    first.outage(true);
    second.show(ONE.key(), 20);
    second.show(TWO.key(), 30);

    Answers answers = sources().read(Platform.TIKTOK, List.of(ONE, TWO));

    assertThat(views(answers.of(ONE.key()))).isEqualTo(20);
    assertThat(views(answers.of(TWO.key()))).isEqualTo(30);
    assertThat(answers.of(TWO.key()).source()).isEqualTo(Source.TIKTOK);
  }

  @Test
  void onlyWhatTheFirstDoesNotKnowIsAskedAgain() {
    first.show(ONE.key(), 10);
    first.remove(TWO.key());
    second.show(THREE.key(), 30);

    Answers answers = sources().read(Platform.TIKTOK, List.of(ONE, TWO, THREE));

    assertThat(second.asked()).containsExactly(List.of(THREE));
    assertThat(answers.of(TWO.key()).reading())
        .isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND).backed(clock.instant()));
    assertThat(answers.of(TWO.key()).source()).isEqualTo(Source.APIFY);
    assertThat(answers.of(THREE.key()).source()).isEqualTo(Source.TIKTOK);
  }

  @Test
  void whereNobodyKnowsTheFirstIsNamed() {
    first.outage(true);
    second.outage(true);

    Answers answers = sources().read(Platform.TIKTOK, List.of(ONE));

    assertThat(answers.of(ONE.key()).reading()).isInstanceOf(Reading.Unknown.class);
    assertThat(answers.of(ONE.key()).source()).isEqualTo(Source.APIFY);
  }

  @Test
  void whoShowsItWithoutACountIsNamedAndWhoDidNotAnswerIsNotForgotten() {
    first.tell(ONE.key(), Reading.failed(new ProviderFault(ProviderFault.Kind.DOWN, "out")));
    second.tell(ONE.key(), Reading.uncounted("left out"));
    Answer shown = sources().read(Platform.TIKTOK, List.of(ONE)).of(ONE.key());

    assertThat(shown.reading()).isEqualTo(Reading.uncounted("left out"));
    assertThat(shown.source()).isEqualTo(Source.TIKTOK);
    assertThat(shown.unheard()).isTrue();

    first.tell(ONE.key(), Reading.uncounted("left out"));
    second.tell(ONE.key(), Reading.failed(new ProviderFault(ProviderFault.Kind.CAPPED, "used up")));
    Answer then = sources().read(Platform.TIKTOK, List.of(ONE)).of(ONE.key());
    assertThat(then.source()).isEqualTo(Source.APIFY);
    assertThat(then.unheard()).isTrue();

    second.hide(ONE.key());
    assertThat(sources().read(Platform.TIKTOK, List.of(ONE)).of(ONE.key()).unheard()).isFalse();
  }

  @Test
  void aFaultInAnAdapterIsAnOutageOfThatProvider() {
    first.before(
        videos -> {
          throw new IllegalStateException("a fault");
        });
    second.show(ONE.key(), 20);

    assertThat(views(sources().read(Platform.TIKTOK, List.of(ONE)).of(ONE.key()))).isEqualTo(20);
    second.hide(ONE.key());
    assertThat(sources().read(Platform.TIKTOK, List.of(ONE)).of(ONE.key()).unheard()).isTrue();
  }

  @Test
  void eachAnswerHasTheTimeOfItsProvider() {
    first.outage(true);
    first.before(videos -> clock.advance(java.time.Duration.ofSeconds(7)));
    second.show(ONE.key(), 20);

    assertThat(sources().read(Platform.TIKTOK, List.of(ONE)).of(ONE.key()).at())
        .isEqualTo(Instant.parse("2026-03-01T12:00:07Z"));
  }

  @Test
  void aPlatformThatNobodyReadsIsUnknown() {
    ViewSources sources = sources(Map.of(Platform.YOUTUBE, List.of(Source.YOUTUBE)));
    VideoRef video = VideoRef.of(Platform.YOUTUBE, "y", "https://y/y");

    Answer answer = sources.read(Platform.YOUTUBE, List.of(video)).of(video.key());

    assertThat(answer.reading())
        .isEqualTo(Reading.failed(ProviderFault.Kind.KEY, "no provider is set up"));
    assertThat(answer.unheard()).isTrue();
    assertThat(answer.source()).isEqualTo(Source.YOUTUBE);
    assertThat(sources.namesOf(Platform.YOUTUBE)).isEmpty();
  }

  @Test
  void whatIsUnreadIsCountedByItsReason() {
    first.show(ONE.key(), 10);
    first.tell(TWO.key(), Reading.failed("no playCount"));

    sources().read(Platform.TIKTOK, List.of(ONE, TWO, THREE));

    assertThat(unread("no-playcount")).isOne();
    assertThat(unread("no-item-in-the-answer")).isOne();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "no videoViews code 161, no-videoviews-code",
    "'', other",
    "404, other",
    "an answer that is quite long and goes on and on without an end,"
        + " an-answer-that-is-quite-long-and-goes-on"
  })
  void aReasonIsAFewWords(String detail, String word) {
    Reading said = Reading.failed(detail);

    assertThat(Unread.word((Reading.Unknown) said)).isEqualTo(word);
  }

  @ParameterizedTest
  @EnumSource
  void aFaultIsCountedByItsKindWhateverItSays(ProviderFault.Kind kind) {
    Reading.Unknown fault =
        new Reading.Unknown(UnavailableReason.PROVIDER_ERROR, kind, "a text of its own");

    assertThat(Unread.word(fault)).isEqualTo(kind.name().toLowerCase(Locale.ROOT));
  }

  private double unread(String reason) {
    return meters
        .get("clipmeter.tracking.readings.unread")
        .tags("source", "APIFY", "reason", reason)
        .counter()
        .count();
  }

  @Test
  void howManyProvidersReadAPlatformIsMeasuredWithoutAdmins() {
    new ViewSources(
        List.of(first, new FakeViewSource(clock, Source.MANUAL)),
        new SourceSettings(Map.of(), Map.of()),
        QuickRuns.at(clock),
        ViewSourcesFixture.doubts(new FakeGoneWatch(), meters, clock),
        meters,
        clock);

    assertThat(meters.get("clipmeter.tracking.sources").tag("platform", "TIKTOK").gauge().value())
        .isOne();
  }

  @Test
  void anOrderNamesEachProviderOnce() {
    assertThatThrownBy(
            () ->
                new SourceSettings(
                    Map.of(Platform.TIKTOK, List.of(Source.APIFY, Source.APIFY)), Map.of()))
        .hasMessageContaining("TIKTOK");
    assertThatThrownBy(() -> new SourceSettings(Map.of(Platform.TIKTOK, List.of()), Map.of()))
        .hasMessageContaining("TIKTOK");
  }

  private ViewSources sources() {
    return sources(Map.of(Platform.TIKTOK, List.of(Source.APIFY, Source.TIKTOK)));
  }

  private ViewSources sources(Map<Platform, List<Source>> order) {
    return new ViewSources(
        List.of(second, first),
        new SourceSettings(order, Map.of()),
        QuickRuns.at(clock),
        ViewSourcesFixture.doubts(new FakeGoneWatch(), meters, clock),
        meters,
        clock);
  }

  private static long views(Answer answer) {
    return ((Reading.Ok) answer.reading()).counts().views();
  }
}
