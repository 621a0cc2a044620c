package io.clipmeter.tracking.source.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.batch.QuickRuns;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoneBurstTest {
  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final FakeViewSource first = new FakeViewSource(clock, Source.APIFY);
  private final FakeViewSource second = new FakeViewSource(clock, Source.TIKTOK);

  @ParameterizedTest(name = "{1} of {0} gone: believed {2}")
  @CsvSource({"4,4,true", "5,5,false", "9,5,false", "10,5,true", "11,6,false", "100,50,true"})
  void whereTooManyAreGoneAtOnceTheyAreNot(int asked, int gone, boolean believed) {
    List<VideoRef> videos = numbered(asked);
    videos.forEach(video -> first.show(video.key(), 10));
    videos.subList(0, gone).forEach(video -> first.remove(video.key()));
    second.outage(true);

    Answers answers = sources().read(Platform.TIKTOK, videos);

    assertThat(answers.of(videos.getFirst().key()).reading())
        .isInstanceOf(believed ? Reading.Gone.class : Reading.Unknown.class);
    assertThat(meters.counter("clipmeter.tracking.gone.bursts").count())
        .isEqualTo(believed ? 0 : 1);
  }

  @Test
  void anOutageThatCallsAFewVideosOfEachCampaignGoneIsSeenOverAllQuestions() {
    ViewSources sources = sources();
    List<VideoRef> videos = numbered(8);
    videos.forEach(video -> first.remove(video.key()));
    second.outage(true);

    List<Reading> said = oneByOne(sources, videos);

    assertThat(said.subList(0, 4)).allMatch(Reading.Gone.class::isInstance);
    assertThat(said.subList(4, 8)).allMatch(Reading.Unknown.class::isInstance);
  }

  @Test
  void anOutageIsSeenOverRoundsAndSubmissionsTogether() {
    ViewSources sources = sources();
    List<VideoRef> videos = numbered(8);
    videos.forEach(video -> first.remove(video.key()));
    second.outage(true);
    oneByOne(sources, videos.subList(0, 4));

    Answers answers = sources.readFirst(Platform.TIKTOK, videos.subList(4, 6));

    assertThat(answers.of(videos.get(4).key()).reading()).isInstanceOf(Reading.Unknown.class);
    assertThat(answers.of(videos.get(5).key()).reading()).isInstanceOf(Reading.Unknown.class);
    assertThat(oneByOne(sources, videos.subList(6, 8))).allMatch(Reading.Unknown.class::isInstance);
  }

  @Test
  void whereOthersAreShownASuddenManyAreDoubtedAndNotForgotten() {
    ViewSources sources = sources();
    List<VideoRef> videos = numbered(12);
    videos.subList(0, 5).forEach(video -> first.show(video.key(), 10));
    videos.subList(5, 12).forEach(video -> first.remove(video.key()));
    second.outage(true);

    List<Reading> said = oneByOne(sources, videos);

    Reading.Gone gone = new Reading.Gone(UnavailableReason.NOT_FOUND).backed(clock.instant());
    assertThat(said.get(9)).isEqualTo(gone);
    assertThat(said.get(10))
        .isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND, true, clock.instant()));
    second.outage(false);
    second.remove(videos.getLast().key());
    assertThat(oneByOne(sources, videos.subList(11, 12))).containsExactly(gone);
  }

  @Test
  void whatWasSaidLongAgoOrOfAnotherPlatformIsNoBurst() {
    ViewSources sources = sources();
    List<VideoRef> videos = numbered(8);
    videos.forEach(video -> first.remove(video.key()));
    second.outage(true);
    oneByOne(sources, videos.subList(0, 4));
    clock.advance(GoneWatch.LATELY.plusSeconds(1));

    assertThat(oneByOne(sources, videos.subList(4, 8))).allMatch(Reading.Gone.class::isInstance);
    assertThat(sources.read(Platform.TIKTOK, videos.subList(0, 1)).of(videos.getFirst().key()))
        .extracting(Answer::reading)
        .isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND));
  }

  @Test
  void aFewThatAreGoneWhereNothingIsShownAreAskedForElsewhere() {
    ViewSources sources = sources();
    List<VideoRef> videos = numbered(2);
    videos.forEach(video -> first.remove(video.key()));
    second.show(videos.getFirst().key(), 7);
    second.remove(videos.getLast().key());

    Answers answers = sources.readTogether(Platform.TIKTOK, videos);

    assertThat(views(answers.of(videos.getFirst().key()))).isEqualTo(7);
    assertThat(answers.of(videos.getLast().key()).reading())
        .isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND).backed(clock.instant()));
  }

  @Test
  void onlyWhatElseIsShownSpeaksForAFewThatAreGone() {
    ViewSources sources = sources();
    List<VideoRef> videos = numbered(3);
    videos.forEach(video -> first.remove(video.key()));
    second.outage(true);
    assertThat(oneByOne(sources, videos.subList(0, 2)))
        .containsOnly(new Reading.Gone(UnavailableReason.NOT_FOUND));
    first.show(videos.getLast().key(), 7);
    Instant shown = clock.instant();
    oneByOne(sources, videos.subList(2, 3));
    clock.advance(Duration.ofHours(1));
    long asked = second.asked(videos.getFirst().key());

    assertThat(oneByOne(sources, videos.subList(0, 1)))
        .containsOnly(new Reading.Gone(UnavailableReason.NOT_FOUND).backed(shown));
    assertThat(second.asked(videos.getFirst().key())).isEqualTo(asked);
  }

  private static List<Reading> oneByOne(ViewSources sources, List<VideoRef> videos) {
    return videos.stream()
        .map(
            video ->
                sources.readTogether(Platform.TIKTOK, List.of(video)).of(video.key()).reading())
        .toList();
  }

  @Test
  void twoProvidersThatAgreeAreBelieved() {
    List<VideoRef> videos = numbered(20);
    videos.forEach(video -> first.remove(video.key()));
    videos.forEach(video -> second.remove(video.key()));
    second.show(videos.getLast().key(), 7);

    Answers answers = sources().read(Platform.TIKTOK, videos);

    assertThat(answers.of(videos.getFirst().key()).reading()).isInstanceOf(Reading.Gone.class);
    assertThat(answers.of(videos.getFirst().key()).source()).isEqualTo(Source.TIKTOK);
    assertThat(views(answers.of(videos.getLast().key()))).isEqualTo(7);
  }

  private static List<VideoRef> numbered(int videos) {
    return IntStream.range(0, videos)
        .mapToObj(i -> VideoRef.of(Platform.TIKTOK, "n" + i, "https://t/n" + i))
        .toList();
  }

  private ViewSources sources() {
    return new ViewSources(
        List.of(second, first),
        new SourceSettings(Map.of(Platform.TIKTOK, List.of(Source.APIFY, Source.TIKTOK)), Map.of()),
        QuickRuns.at(clock),
        ViewSourcesFixture.doubts(new FakeGoneWatch(), meters, clock),
        meters,
        clock);
  }

  private static long views(Answer answer) {
    return ((Reading.Ok) answer.reading()).counts().views();
  }
}
