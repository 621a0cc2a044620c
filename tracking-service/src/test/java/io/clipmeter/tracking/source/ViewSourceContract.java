package io.clipmeter.tracking.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.UnavailableReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    for (VideoRef video : ofAllPlatforms()) {
      show(video, 4_711);

      assertThat(views(read(video).of(video.key()))).isEqualTo(4_711);
    }
  }

  @Test
  void readsSeveralPlatformsAtOnce() {
    List<VideoRef> all = ofAllPlatforms();
    all.forEach(video -> show(video, video.key().platform().ordinal() + 1));

    Readings readings = source().read(all);

    all.forEach(
        video ->
            assertThat(views(readings.of(video.key())))
                .isEqualTo(video.key().platform().ordinal() + 1));
  }

  @Test
  void neighboursInTheirIdsAreNotMixedUp() {
    show(video(), 10);
    show(other(), 20);

    Readings readings = read(other(), video());

    assertThat(views(readings.of(video().key()))).isEqualTo(10);
    assertThat(views(readings.of(other().key()))).isEqualTo(20);
  }

  @Test
  void zeroIsANumber() {
    show(video(), 0);

    assertThat(views(read(video()).of(video().key()))).isZero();
  }

  @Test
  void aVideoWithoutAnAnswerIsUnknownAndNotZeroAndNotGone() {
    show(video(), 10);
    hide(other());

    Readings readings = read(video(), other());

    assertThat(readings.of(other().key())).isInstanceOf(Reading.Unknown.class);
    assertThat(views(readings.of(video().key()))).isEqualTo(10);
  }

  @Test
  protected void aVideoThatThePlatformDoesNotKnowIsSaidToBeGone() {
    show(other(), 10);
    remove(video());

    Readings readings = read(video(), other());

    assertThat(readings.of(video().key())).isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND));
    assertThat(views(readings.of(other().key()))).isEqualTo(10);
  }

  @Test
  void anOutageIsAnAnswerAndNobodyIsGone() {
    show(video(), 10);
    outage();

    Readings readings = read(video(), other());

    assertThat(readings.of(video().key())).isInstanceOf(Reading.Unknown.class);
    assertThat(readings.of(other().key())).isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void manyVideosAreAllAnswered() {
    List<VideoRef> many = new ArrayList<>();
    for (int i = 0; i < 257; i++) {
      many.add(numbered(i));
      show(many.getLast(), i);
    }

    Readings readings = source().read(many);

    for (int i = 0; i < many.size(); i++) {
      assertThat(views(readings.of(many.get(i).key()))).isEqualTo(i);
    }
  }

  @Test
  void aVideoAskedTwiceIsAnsweredOnce() {
    show(video(), 10);

    assertThat(read(video(), video()).answers()).hasSize(1);
  }

  /** A video of a platform that the provider reads. */
  protected VideoRef video() {
    return TIKTOK;
  }

  /** Another one, whose id is much alike. */
  protected VideoRef other() {
    return OTHER_TIKTOK;
  }

  /** One of many. */
  protected VideoRef numbered(int i) {
    String id = "76" + "%017d".formatted(i);
    return VideoRef.of(Platform.TIKTOK, id, "https://www.tiktok.com/@someone/video/" + id);
  }

  private List<VideoRef> ofAllPlatforms() {
    return Stream.of(TIKTOK, YOUTUBE, INSTAGRAM)
        .filter(video -> source().platforms().contains(video.key().platform()))
        .toList();
  }

  protected Readings read(VideoRef... videos) {
    return source().read(List.of(videos));
  }

  protected static long views(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Ok.class);
    return ((Reading.Ok) reading).counts().views();
  }
}
