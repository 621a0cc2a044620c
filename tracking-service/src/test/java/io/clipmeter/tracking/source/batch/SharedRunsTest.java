package io.clipmeter.tracking.source.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.Sharing;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.call.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(45)
class SharedRunsTest {
  private final Callers callers = new Callers();

  @AfterEach
  void end() {
    callers.close();
  }

  @Test
  void severalCallersAreServedByOneRunThatLeavesWhenItIsFull() throws Exception {
    callers.source.shared(30, 5);
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);

    List<Future<Readings>> answers =
        List.of(callers.ask(runs, 0, 10), callers.ask(runs, 10, 20), callers.ask(runs, 20, 30));

    for (int i = 0; i < 3; i++) {
      Readings readings = answers.get(i).get();
      assertThat(readings.answers()).hasSize(10);
      assertThat(readings.source()).isEqualTo(Source.APIFY);
      for (VideoRef video : Callers.videos(10 * i, 10 * i + 10)) {
        assertThat(Callers.views(readings, video)).isEqualTo(Long.parseLong(video.key().id()));
      }
    }
    assertThat(callers.source.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 60000", "60000, 1"})
  void aRunThatIsNotFullLeavesAfterAWhile(long linger, long waitMax) throws Exception {
    callers.source.shared(1_000, 5);

    Readings readings =
        callers
            .ask(callers.runs(Duration.ofMillis(linger), Duration.ofMillis(waitMax)), 0, 3)
            .get();

    assertThat(readings.answers()).hasSize(3);
  }

  @Test
  void aQuestionIsCutSoThatEachRunIsFullAndItsPartsAreAnsweredTogether() throws Exception {
    callers.source.shared(10, 5);
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);

    List<Future<Readings>> answers =
        List.of(callers.ask(runs, 0, 7), callers.ask(runs, 7, 14), callers.ask(runs, 14, 20));

    for (Future<Readings> answer : answers) {
      assertThat(answer.get().answers().values()).allMatch(Reading.Ok.class::isInstance);
    }
    assertThat(callers.source.asked()).hasSize(2).allMatch(run -> run.size() == 10);
  }

  @Test
  void runsAreForMoneyWhoeverStartsThem() throws Exception {
    List<Purpose> purposes = new CopyOnWriteArrayList<>();
    callers.source.shared(10, 5).before(videos -> purposes.add(Purpose.current()));

    callers.ask(callers.runs(Callers.EVER, Callers.EVER), 0, 10).get();

    assertThat(purposes).containsExactly(Purpose.MONEY);
  }

  @Test
  void whatDoesNotFillARunGoesWithTheNext() throws Exception {
    callers.source.shared(10, 1);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    callers.source.before(
        videos -> {
          first.countDown();
          Callers.await(go);
        });
    SharedRuns runs = callers.runs(Callers.SOON, Callers.SOON);
    Future<Readings> one = callers.ask(runs, 0, 10);
    Callers.await(first);
    List<Future<Readings>> rest = new ArrayList<>();
    for (int i = 10; i < 20; i++) {
      rest.add(callers.ask(runs, i, i + 1));
    }
    Callers.awaitWaiting(runs, 10);

    go.countDown();

    assertThat(one.get().answers()).hasSize(10);
    for (Future<Readings> each : rest) {
      assertThat(each.get().answers()).hasSize(1);
    }
    assertThat(callers.source.asked()).hasSize(2);
  }

  @Test
  void theNextRunBeginsWhileTheAnswerOfTheFirstIsUnderstood() throws Exception {
    callers.source.shared(10, 1);
    CountDownLatch understood = new CountDownLatch(1);
    VideoRef first = Callers.videos(0, 1).getFirst();
    callers.source.understanding(
        videos -> {
          if (videos.contains(first)) {
            Callers.await(understood);
          }
        });
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);
    Future<Readings> one = callers.ask(runs, 0, 10);
    Awaitility.await().until(() -> callers.source.asked(first.key()) == 1);

    assertThat(callers.ask(runs, 10, 20).get(10, TimeUnit.SECONDS).answers()).hasSize(10);
    assertThat(one.isDone()).isFalse();

    understood.countDown();
    assertThat(one.get().answers()).hasSize(10);
  }

  @Test
  void oneReadingServesAllWhoWaitForTheSameVideo() throws Exception {
    callers.source.shared(4, 5);
    callers.source.before(videos -> callers.clock.advance(Duration.ofSeconds(3)));
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);

    Future<Readings> one = callers.ask(runs, 0, 2);
    Future<Readings> other = callers.ask(runs, 1, 4);

    VideoRef both = Callers.videos(1, 2).getFirst();
    assertThat(Callers.views(one.get(), both)).isEqualTo(Callers.views(other.get(), both));
    assertThat(one.get().at(both.key()))
        .isEqualTo(other.get().at(both.key()))
        .isEqualTo(Instant.parse("2026-03-01T12:00:03Z"));
    assertThat(callers.source.asked(both.key())).isOne();
  }

  @Test
  void whoAsksAfterARunHasBegunGetsAReadingOfItsOwn() throws Exception {
    callers.source.shared(1, 5);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean stuck = new AtomicBoolean(true);
    callers.source.before(
        videos -> {
          if (stuck.getAndSet(false)) {
            first.countDown();
            Callers.await(go);
          }
        });
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);
    Future<Readings> early = callers.ask(runs, 0, 1);
    Callers.await(first);

    Readings late = callers.ask(runs, 0, 1).get();
    go.countDown();

    assertThat(late.answers()).hasSize(1);
    assertThat(early.get().answers()).hasSize(1);
    assertThat(callers.source.asked(Callers.videos(0, 1).getFirst().key())).isEqualTo(2);
  }

  @Test
  void neverMoreRunsAtATimeThanAllowedWhateverThePlatform() throws Exception {
    callers.source.shared(1, 3);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    callers.source.before(
        videos -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Callers.await(go);
          now.decrementAndGet();
        });
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);
    List<Future<Readings>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Platform platform = i % 2 == 0 ? Platform.TIKTOK : Platform.YOUTUBE;
      List<VideoRef> video = List.of(Callers.video(platform, i));
      callers.source.show(video.getFirst().key(), i);
      all.add(callers.threads.submit(() -> runs.read(callers.source, platform, video)));
    }
    Awaitility.await().until(() -> now.get() == 3);
    Callers.awaitWaiting(runs, 17);
    go.countDown();

    for (Future<Readings> each : all) {
      assertThat(each.get().answers()).hasSize(1);
    }
    assertThat(most.get()).isEqualTo(3);
    assertThat(callers.source.asked())
        .allMatch(run -> run.stream().map(v -> v.key().platform()).distinct().count() == 1);
  }

  @Test
  void aProviderThatGainsNothingFromItIsAskedByEachAlone() {
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);

    assertThat(runs.read(callers.source, Platform.TIKTOK, callers.shown(0, 2)).answers())
        .hasSize(2);

    assertThat(callers.source.asked()).containsExactly(Callers.videos(0, 2));
  }

  @ParameterizedTest
  @CsvSource({"-1,0", "0,-1", "1,0", "0,1"})
  void sharingIsWholeOrNotAtAll(int videosMax, int runsMax) {
    assertThatThrownBy(() -> new Sharing(videosMax, runsMax))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
