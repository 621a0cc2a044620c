package io.clipmeter.tracking.source.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource.Existence;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The provider of counts is asked first; the witness has none. */
class GoneWitnessesTest {
  private static final VideoRef ONE = video(1);
  private static final VideoRef SHOWN = video(2);
  private static final Reading.Gone GONE = new Reading.Gone(UnavailableReason.NOT_FOUND);

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final FakeViewSource counting = new FakeViewSource(clock, Source.APIFY);
  private final FakeViewSource witness = new FakeViewSource(clock, Source.TIKTOK);
  private final ViewSources sources = ViewSourcesFixture.of(clock, counting, witness);

  @Test
  void whoFindsTheVideoShowsThatItIsNotGone() {
    goneWith(Existence.THERE);

    assertThat(readFirst(ONE))
        .isInstanceOfSatisfying(
            Reading.Unknown.class, unknown -> assertThat(unknown.shown()).isTrue());
  }

  @Test
  void whoMightHaveCountedWhatAWitnessShowsIsNotForgotten() {
    goneWith(Existence.THERE);
    assertThat(sources.readFirst(Platform.TIKTOK, List.of(ONE)).of(ONE.key()).unheard()).isFalse();

    witness.tell(ONE.key(), Reading.failed(new ProviderFault(ProviderFault.Kind.DOWN, "out")));

    assertThat(sources.readFirst(Platform.TIKTOK, List.of(ONE)).of(ONE.key()).unheard()).isTrue();
  }

  /** Though an admin was asked before, past whoever may count it. */
  @Test
  void whatAWitnessShowsIsCountedByWhoeverComesBehind() {
    FakeViewSource behind = new FakeViewSource(clock, Source.AYRSHARE);
    FakeViewSource manual = new FakeViewSource(clock, Source.MANUAL);
    ViewSources four = ViewSourcesFixture.of(clock, counting, witness, behind, manual);
    goneWith(Existence.THERE);
    counting.show(SHOWN.key(), 5);
    behind.show(ONE.key(), 40);

    var answer = four.readFirst(Platform.TIKTOK, List.of(ONE, SHOWN)).of(ONE.key());

    assertThat(answer.source()).isEqualTo(Source.AYRSHARE);
    assertThat(answer.reading())
        .isInstanceOfSatisfying(
            Reading.Ok.class, ok -> assertThat(ok.counts().views()).isEqualTo(40));
    assertThat(counting.asked()).as("who was asked is not asked again").hasSize(1);
    assertThat(manual.asked()).hasSize(1);
  }

  @Test
  void whoDoesNotFindItEitherProvesItAlsoWhereTheFirstShowsNothingElse() {
    goneWith(Existence.NOT_THERE);

    assertThat(readFirst(ONE)).isEqualTo(GONE.backed(clock.instant()));
  }

  @Test
  void whoDoesNotFindThemEitherEndsTheDoubtOfABurst() {
    List<VideoRef> gone = numbered(6);
    gone.forEach(video -> counting.remove(video.key()));
    counting.show(SHOWN.key(), 5);
    List<VideoRef> all = new ArrayList<>(gone);
    all.add(SHOWN);
    witness.witness(SHOWN.key(), Existence.THERE);
    sources.readFirst(Platform.TIKTOK, List.of(SHOWN));
    assertThat(sources.readFirst(Platform.TIKTOK, all).byVideo().values())
        .filteredOn(answer -> answer.reading() instanceof Reading.Gone said && said.doubted())
        .hasSize(6);

    gone.forEach(video -> witness.witness(video.key(), Existence.NOT_THERE));

    assertThat(sources.readFirst(Platform.TIKTOK, all).byVideo().values())
        .filteredOn(answer -> answer.reading().equals(GONE.backed(clock.instant())))
        .hasSize(6);
  }

  @Test
  void whereAWitnessIsNotHeardWhatIsGoneIsDoubted() {
    goneWith(Existence.UNKNOWN);
    assertThat(readFirst(ONE)).isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND, true, null));

    witness.beforeLook(
        videos -> {
          throw new IllegalStateException("a fault of the adapter");
        });
    assertThat(readFirst(ONE)).isEqualTo(new Reading.Gone(UnavailableReason.NOT_FOUND, true, null));
  }

  @Test
  void whereThereIsNoWitnessNothingIsDoubtedForIt() {
    counting.remove(ONE.key());

    assertThat(readFirst(ONE)).isEqualTo(GONE);
  }

  @Test
  void twoProvidersThatAgreeNeedNoWitnessButOneMayContradictThem() {
    FakeViewSource third = new FakeViewSource(clock, Source.AYRSHARE);
    ViewSources three = ViewSourcesFixture.of(clock, counting, witness, third);
    goneWith(Existence.UNKNOWN);
    third.remove(ONE.key());
    assertThat(three.readFirst(Platform.TIKTOK, List.of(ONE)).of(ONE.key()).reading())
        .isEqualTo(GONE.backed(clock.instant()));

    witness.witness(ONE.key(), Existence.THERE);
    assertThat(three.readFirst(Platform.TIKTOK, List.of(ONE)).of(ONE.key()).reading())
        .isInstanceOf(Reading.Unknown.class);
  }

  @Test
  void whatOneShowsWithoutACountTheNextDoesNotCallGone() {
    witness.tell(ONE.key(), Reading.uncounted("left out"));
    counting.remove(ONE.key());

    assertThat(readFirst(ONE).showsVideo()).isTrue();
    witness.remove(ONE.key());
    counting.tell(ONE.key(), Reading.uncounted("without a count"));
    assertThat(readFirst(ONE).showsVideo()).isTrue();
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

    assertThat(readFirst(ONE)).isEqualTo(GONE);
  }

  @Test
  void oneThatIsNamedTwiceIsOneVideo() {
    goneWith(Existence.THERE);

    Answers answers = sources.readFirst(Platform.TIKTOK, List.of(ONE, ONE));

    assertThat(answers.of(ONE.key()).reading().showsVideo()).isTrue();
    assertThat(counting.asked()).containsExactly(List.of(ONE));
  }

  @Test
  void namingThoseThatAreShownTwiceMakesNoBurstLess() {
    List<VideoRef> gone = numbered(5);
    gone.forEach(video -> counting.remove(video.key()));
    counting.show(SHOWN.key(), 5);
    List<VideoRef> asked = new ArrayList<>(gone);
    IntStream.range(0, 6).forEach(i -> asked.add(SHOWN));

    Answers answers = sources.read(Platform.TIKTOK, asked);

    assertThat(gone)
        .allMatch(video -> answers.of(video.key()).reading() instanceof Reading.Unknown);
  }

  @Test
  void aFewAreLookedForAndEachHasItsChance() {
    List<VideoRef> gone = numbered(GoneWitnesses.ASKED_MAX + 1);
    gone.forEach(video -> counting.remove(video.key()));
    gone.forEach(video -> witness.witness(video.key(), Existence.THERE));
    Set<VideoRef> left = new HashSet<>();

    for (int i = 0; i < 200; i++) {
      Answers answers = sources.readFirst(Platform.TIKTOK, shownWith(gone));
      List<VideoRef> unheard =
          gone.stream().filter(video -> isDoubted(answers.of(video.key()).reading())).toList();
      assertThat(unheard).hasSize(1);
      left.addAll(unheard);
    }

    assertThat(left).containsExactlyInAnyOrderElementsOf(gone);
  }

  /** So many are shown that those that are gone are no burst. */
  private List<VideoRef> shownWith(List<VideoRef> gone) {
    List<VideoRef> all = new ArrayList<>(gone);
    for (VideoRef video : IntStream.range(500, 530).mapToObj(GoneWitnessesTest::video).toList()) {
      counting.show(video.key(), 5);
      all.add(video);
    }
    return all;
  }

  @Test
  @Timeout(10)
  void aWitnessThatHangsHoldsAnAnswerNoLongerThanIsAllowed() throws Exception {
    List<VideoRef> gone = numbered(GoneWitnesses.ASKED_MAX);
    gone.forEach(video -> counting.remove(video.key()));
    gone.forEach(video -> witness.witness(video.key(), Existence.THERE));
    CountDownLatch ended = new CountDownLatch(1);
    witness.beforeLook(videos -> await(ended));
    long begun = System.nanoTime();

    Answers answers = sources.readFirst(Platform.TIKTOK, shownWith(gone));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    assertThat(gone).allMatch(video -> isDoubted(answers.of(video.key()).reading()));
    ended.countDown();
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aWitnessIsAskedForMoneyAndToldOfAVideoThatIsShown() {
    goneWith(Existence.THERE);
    counting.show(SHOWN.key(), 5);
    Set<VideoRef> told = ConcurrentHashMap.newKeySet();
    Set<Purpose> purposes = ConcurrentHashMap.newKeySet();
    witness.beforeLook(
        videos -> {
          told.addAll(videos);
          purposes.add(Purpose.current());
        });

    sources.readFirst(Platform.TIKTOK, List.of(ONE, SHOWN));

    assertThat(told).containsExactlyInAnyOrder(ONE, SHOWN);
    assertThat(purposes).containsExactly(Purpose.MONEY);
  }

  private static boolean isDoubted(Reading reading) {
    return reading instanceof Reading.Gone gone && gone.doubted();
  }

  private void goneWith(Existence existence) {
    counting.remove(ONE.key());
    witness.witness(ONE.key(), existence);
  }

  private Reading readFirst(VideoRef video) {
    return sources.readFirst(Platform.TIKTOK, List.of(video)).of(video.key()).reading();
  }

  private static List<VideoRef> numbered(int videos) {
    return IntStream.range(100, 100 + videos).mapToObj(GoneWitnessesTest::video).toList();
  }

  private static VideoRef video(int id) {
    return VideoRef.of(Platform.TIKTOK, Integer.toString(id), "https://t/" + id);
  }
}
