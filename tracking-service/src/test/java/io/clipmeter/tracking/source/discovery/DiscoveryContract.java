package io.clipmeter.tracking.source.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.discovery.Question.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every provider of lists does, the fake's included. */
public abstract class DiscoveryContract {
  protected static final VideoRef FIRST = tiktok("7524354452762037512");
  protected static final VideoRef SECOND = tiktok("7524354452762037513");
  private static final Sound SOUND =
      new Sound(1, "7592641367957980001", "Paper Boats", "Sample Band", 42L, List.of("1", "2"));

  protected abstract Discovery discovery();

  /** Every list holds these videos, with so many views each. */
  protected abstract void show(Question question, long views, VideoRef... videos);

  /** The platform says that there is no such account. */
  protected abstract void remove(Question question);

  /** These videos trend. */
  protected abstract void trend(String country, VideoRef... ranked);

  /** This sound trends. */
  protected abstract void sound(String country, Sound sound);

  /** The provider fails for as long as anybody asks. */
  protected abstract void outage();

  @ParameterizedTest
  @EnumSource
  void findsVideosWithTheirCountsInTheProvidersOrder(Kind kind) {
    Question question = question(kind, 10);
    show(question, 4_711, FIRST, SECOND);

    List<FoundVideo> found = found(question);

    assertThat(found).extracting(FoundVideo::video).containsExactly(FIRST, SECOND);
    assertThat(found).allMatch(video -> video.reading().counts().views() == 4_711);
  }

  @Test
  void givesNoMoreThanWasAsked() {
    Question question = question(Kind.HASHTAG, 1);
    show(question, 1, FIRST, SECOND);

    assertThat(found(question)).extracting(FoundVideo::video).containsExactly(FIRST);
  }

  @Test
  void aSearchMayFindNothing() {
    assertThat(found(question(Kind.TERM, 10))).isEmpty();
  }

  @Test
  void anAccountWithoutAnItemIsUnknownAndNotEmpty() {
    assertThat(discovery().find(question(Kind.ACCOUNT, 10))).isInstanceOf(Listing.Unknown.class);
  }

  @Test
  void anAccountThatThePlatformDoesNotKnowIsSaidToBeGone() {
    Question question = question(Kind.ACCOUNT, 10);
    remove(question);

    assertThat(discovery().find(question)).isEqualTo(new Listing.Gone(UnavailableReason.NOT_FOUND));
  }

  @ParameterizedTest
  @EnumSource
  void anOutageIsAnAnswerAndNotAnEmptyList(Kind kind) {
    show(question(kind, 10), 1, FIRST);
    outage();

    assertThat(discovery().find(question(kind, 10))).isInstanceOf(Listing.Unknown.class);
    assertThat(discovery().videos("US", 5)).isInstanceOf(Trend.Unknown.class);
    assertThat(discovery().sounds("US", 5)).isInstanceOf(Trend.Unknown.class);
  }

  @Test
  void trendsComeInTheirOrder() {
    trend("US", FIRST, SECOND);

    assertThat(places(discovery().videos("US", 5)))
        .extracting(VideoRef::key)
        .containsExactly(FIRST.key(), SECOND.key());
  }

  @Test
  void aSoundHasItsRankItsTotalAndSamples() {
    sound("ID", SOUND);

    assertThat(places(discovery().sounds("ID", 5))).containsExactly(SOUND);
  }

  @Test
  void noTrendsIsNoAnswer() {
    assertThat(discovery().sounds("US", 5)).isInstanceOf(Trend.Unknown.class);
  }

  protected static Question question(Kind kind, int limit) {
    return new Question(Platform.TIKTOK, kind, "sample.studio", limit);
  }

  private static VideoRef tiktok(String id) {
    return VideoRef.of(Platform.TIKTOK, id, "https://www.tiktok.com/@someone/video/" + id);
  }

  private List<FoundVideo> found(Question question) {
    Listing listing = discovery().find(question);
    assertThat(listing).isInstanceOf(Listing.Found.class);
    return ((Listing.Found) listing).videos();
  }

  private static <T> List<T> places(Trend<T> trend) {
    assertThat(trend).isInstanceOf(Trend.Ranked.class);
    return ((Trend.Ranked<T>) trend).places();
  }
}
