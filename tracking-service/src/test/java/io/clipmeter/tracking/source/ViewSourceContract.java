package io.clipmeter.tracking.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.UnavailableReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every provider's adapter does, the fake's included. */
public abstract class ViewSourceContract {
  protected static final VideoRef TIKTOK =
      VideoRef.of(
          Platform.TIKTOK,
          "7524354452762037512",
          "https://www.tiktok.com/@someone/video/7524354452762037512");
  protected static final VideoRef OTHER_TIKTOK =
      VideoRef.of(
          Platform.TIKTOK,
          "7524354452762037513",
          "https://www.tiktok.com/@someone/video/7524354452762037513");
  protected static final VideoRef YOUTUBE =
      VideoRef.of(Platform.YOUTUBE, "aBcDeFgHiJ0", "https://www.youtube.com/watch?v=aBcDeFgHiJ0");
  protected static final VideoRef INSTAGRAM =
      VideoRef.of(Platform.INSTAGRAM, "CxYz_-12345", "https://www.instagram.com/reel/CxYz_-12345/");

  protected abstract ViewSource source();

  /** The platform shows this video with this many views. */
  protected abstract void show(VideoRef video, long views);

  /** The provider leaves this video out of its answers. */
  protected abstract void hide(VideoRef video);

  /** The platform says that there is no such video. */
  protected abstract void remove(VideoRef video);

  /** The provider fails for as long as anybody asks. */
  protected abstract void outage();

  @Test
  void givesTheViewsOfEachPlatform() {
    for (VideoRef video : List.of(TIKTOK, YOUTUBE, INSTAGRAM)) {
      show(video, 4_711);

      assertThat(views(read(video).of(video.key()))).isEqualTo(4_711);
    }
  }

  @Test
  void readsSeveralPlatformsAtOnce() {
    show(TIKTOK, 1);
    show(YOUTUBE, 2);
    show(INSTAGRAM, 3);

    Readings readings = read(TIKTOK, YOUTUBE, INSTAGRAM);

    assertThat(views(readings.of(TIKTOK.key()))).isEqualTo(1);
    assertThat(views(readings.of(YOUTUBE.key()))).isEqualTo(2);
    assertThat(views(readings.of(INSTAGRAM.key()))).isEqualTo(3);
  }

  @Test
  void neighboursInTheirIdsAreNotMixedUp() {
    show(TIKTOK, 10);
    show(OTHER_TIKTOK, 20);

    Readings readings = read(OTHER_TIKTOK, TIKTOK);

    assertThat(views(readings.of(TIKTOK.key()))).isEqualTo(10);
    assertThat(views(readings.of(OTHER_TIKTOK.key()))).isEqualTo(20);
  }

  @Test
  void zeroIsANumber() {
    show(TIKTOK, 0);

    assertThat(views(read(TIKTOK).of(TIKTOK.key()))).isZero();
  }

  @Test
  void aVideoWithoutAnAnswerIsUnknownAndNotZeroAndNotGone() {
    show(TIKTOK, 10);
    hide(OTHER_TIKTOK);

    Readings readings = read(TIKTOK, OTHER_TIKTOK);

    assertThat(readings.of(OTHER_TIKTOK.key())).isInstanceOf(Reading.Unknown.class);
    assertThat(views(readings.of(TIKTOK.key()))).isEqualTo(10);
  }

  @Test
  void aVideoThatThePlatformDoesNotKnowIsSaidToBeGone() {
    show(OTHER_TIKTOK, 10);
    remove(TIKTOK);

    Readings readings = read(TIKTOK, OTHER_TIKTOK);

    assertThat(readings.of(TIKTOK.key())).isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND));
    assertThat(views(readings.of(OTHER_TIKTOK.key()))).isEqualTo(10);
  }

  @Test
  void anOutageIsAnAnswerAndNobodyIsGone() {
    show(TIKTOK, 10);
    outage();

    Readings readings = read(TIKTOK, OTHER_TIKTOK);

    assertThat(readings.of(TIKTOK.key())).isInstanceOf(Reading.Unknown.class);
    assertThat(readings.of(OTHER_TIKTOK.key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void manyVideosAreAllAnswered() {
    List<VideoRef> many = new ArrayList<>();
    for (int i = 0; i < 257; i++) {
      String id = "76" + "%017d".formatted(i);
      many.add(VideoRef.of(Platform.TIKTOK, id, "https://www.tiktok.com/@someone/video/" + id));
      show(many.getLast(), i);
    }

    Readings readings = source().read(many);

    for (int i = 0; i < many.size(); i++) {
      assertThat(views(readings.of(many.get(i).key()))).isEqualTo(i);
    }
  }

  @Test
  void aVideoAskedTwiceIsAnsweredOnce() {
    show(TIKTOK, 10);

    assertThat(read(TIKTOK, TIKTOK).answers()).hasSize(1);
  }

  protected Readings read(VideoRef... videos) {
    return source().read(List.of(videos));
  }

  protected static long views(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Ok.class);
    return ((Reading.Ok) reading).counts().views();
  }
}
