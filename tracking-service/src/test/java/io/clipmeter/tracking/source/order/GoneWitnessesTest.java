package io.clipmeter.tracking.source.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource.Existence;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The provider of counts is asked first; the witness has none. */
class GoneWitnessesTest {
  private static final VideoRef ONE = video(1);
  private static final VideoRef SHOWN = video(2);

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final FakeViewSource counting = new FakeViewSource(clock, Source.APIFY);
  private final FakeViewSource witness = new FakeViewSource(clock, Source.TIKTOK);
  private final ViewSources sources = ViewSourcesFixture.of(clock, counting, witness);

  @Test
  void whoFindsTheVideoContradictsThatItIsGone() {
    goneWith(Existence.THERE);

    assertThat(readFirst(ONE)).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void whoDoesNotFindItEitherProvesItAlsoWhereTheFirstShowsNothingElse() {
    goneWith(Existence.UNKNOWN);
    assertThat(readFirst(ONE)).isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND));

    goneWith(Existence.NOT_THERE);
    assertThat(readFirst(ONE))
        .isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND).backed(clock.instant()));
  }

  @Test
  void whoIsShownIsNotLookedForAndWhoOnlyLooksUpIsToldWhatWasSaid() {
    witness.witness(SHOWN.key(), Existence.NOT_THERE);
    counting.show(SHOWN.key(), 5);
    assertThat(readFirst(SHOWN)).isInstanceOf(Reading.Ok.class);

    goneWith(Existence.THERE);
    assertThat(sources.read(Platform.TIKTOK, List.of(ONE)).of(ONE.key()).reading())
        .isInstanceOf(Reading.Gone.class);
  }

  @Test
  void aProviderIsNoWitnessOfWhatItSaid() {
    witness.remove(ONE.key());
    witness.witness(ONE.key(), Existence.NOT_THERE);

    assertThat(readFirst(ONE)).isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND));
  }

  @Test
  void onlyTheFirstFewAreLookedFor() {
    List<VideoRef> videos =
        IntStream.range(100, 100 + 3 * GoneWitnesses.ASKED_MAX)
            .mapToObj(GoneWitnessesTest::video)
            .toList();
    List<VideoRef> gone = videos.subList(0, GoneWitnesses.ASKED_MAX + 1);
    videos.forEach(video -> counting.show(video.key(), 5));
    gone.forEach(video -> counting.remove(video.key()));
    videos.forEach(video -> witness.witness(video.key(), Existence.THERE));

    var answers = sources.readFirst(Platform.TIKTOK, videos);

    assertThat(gone.stream().filter(video -> isGone(answers.of(video.key()).reading())))
        .containsExactly(gone.getLast());
  }

  private static boolean isGone(Reading reading) {
    return reading instanceof Reading.Gone;
  }

  private void goneWith(Existence existence) {
    counting.remove(ONE.key());
    witness.witness(ONE.key(), existence);
  }

  private Reading readFirst(VideoRef video) {
    return sources.readFirst(Platform.TIKTOK, List.of(video)).of(video.key()).reading();
  }

  private static VideoRef video(int id) {
    return VideoRef.of(Platform.TIKTOK, Integer.toString(id), "https://t/" + id);
  }
}
