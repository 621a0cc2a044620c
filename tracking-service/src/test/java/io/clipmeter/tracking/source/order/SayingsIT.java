package io.clipmeter.tracking.source.order;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.batch.QuickRuns;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SayingsIT extends Stage {
  private static final int INSTANCES = 2;

  @Autowired private DataSource pool;

  @BeforeEach
  void nothingSaid() {
    empty("provider_saying, provider_shown");
  }

  @Nested
  class Promises extends GoneWatchContract {
    @Override
    protected GoneWatch watch() {
      return new Sayings(jdbc);
    }
  }

  @Test
  void twoInstancesJudgeAlike() {
    FakeViewSource provider = new FakeViewSource(clock, Source.APIFY);
    List<ViewSources> instances = List.of(instance(provider), instance(provider));
    List<Reading> said = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      VideoRef video = VideoRef.of(Platform.TIKTOK, "n" + i, "https://t/n" + i);
      provider.remove(video.key());
      said.add(
          instances
              .get(i % INSTANCES)
              .readTogether(Platform.TIKTOK, List.of(video))
              .of(video.key())
              .reading());
    }

    assertThat(said.subList(0, 4)).allMatch(Reading.Gone.class::isInstance);
    assertThat(said.subList(4, 8)).allMatch(Reading.Unknown.class::isInstance);
  }

  private ViewSources instance(FakeViewSource provider) {
    return new ViewSources(
        List.of(provider),
        new SourceSettings(Map.of(Platform.TIKTOK, List.of(Source.APIFY)), Map.of()),
        QuickRuns.at(clock),
        ViewSourcesFixture.doubts(new Sayings(jdbc), new SimpleMeterRegistry(), clock),
        new SimpleMeterRegistry(),
        clock);
  }

  @Test
  void instancesThatSpeakOfTheSameVideosDoNotWaitForEachOther() throws Exception {
    String[] there = {"a", "b", "c", "d"};
    String[] back = {"d", "c", "b", "a"};
    Callable<Boolean> speaker =
        () -> {
          GoneWatch watch = new Sayings(jdbc);
          for (int i = 0; i < 50; i++) {
            GoneWatchContract.say(
                watch, clock.instant(), GoneWatchContract.GONE, i % 2 == 0 ? there : back);
          }
          return true;
        };

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(8, speaker))) {
        assertThat(each.get()).isTrue();
      }
    }
  }

  /** One takes back what another calls gone, and the rows stand in no order in the table. */
  @Test
  void whoShowsVideosAndWhoCallsThemGoneDoNotWaitForEachOther() throws Exception {
    for (String video : List.of("b", "a")) {
      GoneWatchContract.say(new Sayings(jdbc), clock.instant(), GoneWatchContract.GONE, video);
    }

    meetAt("b", says(GoneWatchContract.SHOWN, "b", "a"), says(GoneWatchContract.GONE, "a", "b"));
  }

  @Test
  void whoeverCallsVideosGoneTakesThemInOneOrder() throws Exception {
    GoneWatchContract.say(new Sayings(jdbc), clock.instant(), GoneWatchContract.GONE, "a", "b");

    meetAt("b", says(GoneWatchContract.GONE, "b", "a"), says(GoneWatchContract.GONE, "a", "b"));
  }

  private Callable<GoneWatch.Lately> says(Reading said, String... videos) {
    return () -> GoneWatchContract.say(new Sayings(jdbc), clock.instant(), said, videos);
  }

  /** Both have come as far as they can while somebody else holds the row of this video. */
  private void meetAt(String video, Callable<?> first, Callable<?> second) throws Exception {
    try (var threads = Executors.newFixedThreadPool(2);
        Connection holder = pool.getConnection()) {
      holder.setAutoCommit(false);
      try (PreparedStatement lock =
          holder.prepareStatement("SELECT FROM provider_saying WHERE video_id = ? FOR UPDATE")) {
        lock.setString(1, video);
        lock.execute();
      }
      Future<?> one = threads.submit(first);
      awaitWaiting(1);
      Future<?> other = threads.submit(second);
      awaitWaiting(2);
      holder.rollback();

      one.get();
      other.get();
    }
  }

  private void awaitWaiting(int statements) {
    eventually(
        () ->
            assertThat(
                    jdbc.sql(
                            "SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                + " current_database() AND wait_event_type = 'Lock' AND query LIKE"
                                + " '%provider_saying%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(statements));
  }

  @Test
  void whatIsTooOldToCountIsDeleted() {
    Sayings sayings = new Sayings(jdbc);
    GoneWatchContract.say(sayings, clock.instant(), GoneWatchContract.GONE, "a");
    GoneWatchContract.say(sayings, clock.instant(), GoneWatchContract.SHOWN, "c");
    clock.advance(GoneWatch.LATELY.plusMillis(1));
    GoneWatchContract.say(sayings, clock.instant(), GoneWatchContract.GONE, "b");
    GoneWatchContract.say(sayings, clock.instant(), GoneWatchContract.SHOWN, "d", "e");

    sayings.forget(clock.instant());

    assertThat(texts("SELECT video_id FROM provider_saying")).containsExactly("b");
    assertThat(texts("SELECT array_to_string(videos, ' ') FROM provider_shown"))
        .containsExactly("d e");
  }

  /** The answer that came first was noted last. */
  @Test
  void whatWasShownLaterIsNotGone() {
    Sayings sayings = new Sayings(jdbc);
    GoneWatchContract.say(
        sayings, clock.instant().plusSeconds(1), GoneWatchContract.SHOWN, "a", "b");

    assertThat(
            GoneWatchContract.say(sayings, clock.instant(), GoneWatchContract.GONE, "a", "b", "c"))
        .isEqualTo(new GoneWatch.Lately(1, 1, clock.instant().plusSeconds(1)));
  }

  /** Whoever was shown before and is gone now leaves room for the others in what is looked at. */
  @Test
  void manyThatAreGoneDoNotHideThoseThatAreShown() {
    Sayings sayings = new Sayings(jdbc);
    String[] all = IntStream.range(0, 2_400).mapToObj(i -> "v" + i).toArray(String[]::new);
    String[] gone = Arrays.copyOf(all, 1_199);
    GoneWatchContract.say(sayings, clock.instant(), GoneWatchContract.SHOWN, all);
    GoneWatchContract.say(sayings, clock.instant(), GoneWatchContract.SHOWN, gone);
    clock.advance(Duration.ofSeconds(1));

    assertThat(
            GoneWatchContract.say(sayings, clock.instant(), GoneWatchContract.GONE, gone).shown())
        .isEqualTo(1_199);
  }

  private List<@Nullable String> texts(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
