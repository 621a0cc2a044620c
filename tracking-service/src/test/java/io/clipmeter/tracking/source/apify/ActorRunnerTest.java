package io.clipmeter.tracking.source.apify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.actor.Actor;
import io.clipmeter.tracking.source.apify.ApifyStub.Call;
import io.clipmeter.tracking.source.apify.ApifyStub.Canned;
import io.clipmeter.tracking.source.call.Purpose;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which runs are begun, and who waits for them. */
class ActorRunnerTest {
  private static final VideoRef VIDEO =
      VideoRef.of(Platform.TIKTOK, "7512345", "https://www.tiktok.com/@someone/video/7512345");
  private final ApifyFixture apify = new ApifyFixture();

  @AfterEach
  void close() {
    apify.close();
  }

  @Test
  void anActorThatWeMayNotRunIsLeftAloneForAWhileAndTheOthersAreNot() {
    VideoRef reel = VideoRef.of(Platform.INSTAGRAM, "Cabc", "https://www.instagram.com/reel/Cabc/");
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.next(Call.START, Canned.error(403, "actor-is-not-rented"));
    apify.source.read(List.of(reel));

    for (int i = 0; i < 3; i++) {
      assertThat(apify.source.read(List.of(reel)).of(reel.key()))
          .isInstanceOf(Reading.Unknown.class);
    }
    assertThat(apify.stub.seen(Call.START)).hasSize(1);
    assertThat(read()).isInstanceOf(Reading.Ok.class);

    apify.clock.advance(Duration.ofMinutes(10));
    apify.source.read(List.of(reel));
    assertThat(apify.stub.seen(Call.START)).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Call.class,
      names = {"POLL", "ITEMS"})
  void aRunThatIsPaidIsNotLostWhereOurOwnLimitsAreNotKnownForAWhile(Call call) {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.before(call, () -> apify.allowance.silent(4));
    apify.stub.next(call, Canned.error(503, "x"));

    assertThat(read()).isInstanceOf(Reading.Ok.class);
    assertThat(apify.stub.seen(Call.START)).hasSize(1);
    assertThat(apify.stub.seen(Call.ABORT)).isEmpty();
  }

  @Test
  void aRunMayBeginWhileTheItemsOfOthersAreUnderstood() throws Exception {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    CountDownLatch understood = new CountDownLatch(1);
    int places = 5;
    CountDownLatch answered = new CountDownLatch(places);
    RunRequest request =
        new RunRequest("an~actor", Actor.tiktok("an~actor").input(List.of(VIDEO)), 1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ActorRunner.Result<Boolean>>> runs =
          IntStream.range(0, places)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              apify.runner.run(
                                  request, item -> came(understood), answered::countDown)))
              .toList();
      assertThat(came(answered)).isTrue();

      assertThat(read()).isInstanceOf(Reading.Ok.class);

      understood.countDown();
      for (Future<ActorRunner.Result<Boolean>> run : runs) {
        assertThat(run.get().items()).containsExactly(true);
      }
    }
  }

  @Test
  void peopleDoNotTakeAllPlacesOfRunsFromRounds() throws Exception {
    VideoRef due = VideoRef.of(Platform.TIKTOK, "7599999", VIDEO.url().replace("12345", "99999"));
    String[] slow = new String[20];
    Arrays.fill(slow, "RUNNING");
    apify.stub.statuses(slow);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        people.execute(this::read);
      }
      await().until(() -> !apify.stub.seen(Call.START).isEmpty());

      Purpose.MONEY.get(() -> apify.source.read(List.of(due)));
    }

    assertThat(apify.stub.seen(Call.START)).hasSize(9);
    assertThat(apify.stub.seen(Call.START).subList(0, 5))
        .anyMatch(start -> start.body().contains("7599999"));
  }

  private static boolean came(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Reading read() {
    return apify.source.read(List.of(VIDEO)).of(VIDEO.key());
  }
}
