package io.clipmeter.analytics.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.analytics.SaidVideo;
import io.clipmeter.analytics.ServiceTest;
import io.clipmeter.analytics.Tables;
import io.clipmeter.events.CountMetric;
import io.clipmeter.events.Event;
import io.clipmeter.events.Platform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables depend on what was said, not on the order, the batches or the threads it came in. */
@ServiceTest
class VideosIT {
  private static final int VIDEOS = 10;
  private static final int READINGS = 5;

  @Autowired Videos videos;
  @Autowired VideoLists lists;
  @Autowired JdbcClient jdbc;

  @Test
  void everyOrderAndEveryCutGivesTheSameTables() {
    Tables tables = new Tables(jdbc);
    for (long seed = 1; seed <= 6; seed++) {
      Random random = new Random(seed);
      List<Event> events = events(random);
      forget();
      learn(events, random);
      Map<String, String> first = shown(tables);
      assertThat(tables.daysThatDiffer()).as("seed %d", seed).isEmpty();
      for (int again = 0; again < 3; again++) {
        forget();
        Collections.shuffle(events, random);
        learn(events, random);
        assertThat(shown(tables)).as("seed %d", seed).isEqualTo(first);
        assertThat(tables.daysThatDiffer()).as("seed %d", seed).isEmpty();
      }
    }
  }

  @Test
  void threadsThatTellOfTheSameVideosLoseNothing() throws Exception {
    Random random = new Random(99);
    List<Event> events = events(random);
    forget();
    learn(events, random);
    Tables tables = new Tables(jdbc);
    Map<String, String> alone = shown(tables);
    forget();
    List<Callable<Void>> tellers = new ArrayList<>();
    for (int teller = 0; teller < 4; teller++) {
      Random own = new Random(teller);
      List<Event> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, own);
      tellers.add(
          () -> {
            learn(shuffled, own);
            return null;
          });
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> told : threads.invokeAll(tellers)) {
        told.get();
      }
    }
    assertThat(shown(tables)).isEqualTo(alone);
    assertThat(tables.daysThatDiffer()).isEmpty();
  }

  @Test
  void whatIsGoneIsBackOnceItIsReadLater() {
    SaidVideo video = SaidVideo.tiktok("back-" + UUID.randomUUID());
    videos.learn(List.of(video.at(1).observed(), video.at(2).unavailable()));
    FoundVideo gone = lists.find(Platform.TIKTOK, video.id()).orElseThrow();
    assertThat(gone.unavailable()).isNotNull();
    assertThat(gone.views()).isEqualTo(10);

    videos.learn(List.of(video.at(2).views(11).observed()));
    assertThat(lists.find(Platform.TIKTOK, video.id()).orElseThrow().unavailable()).isNull();
    videos.learn(List.of(video.at(1).unavailable()));
    assertThat(lists.find(Platform.TIKTOK, video.id()).orElseThrow().unavailable()).isNull();
  }

  @Test
  void aVideoThatWasNeverReadIsKnownToBeGone() {
    SaidVideo video = SaidVideo.tiktok("never-" + UUID.randomUUID());
    videos.learn(List.of(video.at(2).unavailable()));

    FoundVideo gone = lists.find(Platform.TIKTOK, video.id()).orElseThrow();
    assertThat(gone.unavailable()).isNotNull();
    assertThat(gone.observedAt()).isNull();
    assertThat(gone.views()).isNull();
  }

  @Test
  void whatItsViewsCountIsShownAsSoonAsItIsTold() {
    SaidVideo video = SaidVideo.of(Platform.INSTAGRAM, "counts-" + UUID.randomUUID());
    videos.learn(List.of(video.observed()));
    assertThat(metric(video)).isNull();
    videos.learn(List.of(video.counting(CountMetric.VIEWS).observed()));
    assertThat(metric(video)).isEqualTo(CountMetric.VIEWS);
    videos.learn(List.of(video.at(1).counting(CountMetric.PLAYS).observed()));
    assertThat(metric(video)).isEqualTo(CountMetric.PLAYS);
  }

  @Test
  void aCampaignToldWithAnOlderReadingStays() {
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();
    SaidVideo video = SaidVideo.tiktok("posted-" + UUID.randomUUID());
    videos.learn(List.of(video.at(3).forCampaigns(one).observed()));
    videos.learn(List.of(video.at(2).forCampaigns(two).observed()));
    videos.learn(List.of(video.at(4).observed()));

    assertThat(lists.find(Platform.TIKTOK, video.id()).orElseThrow().postedFor())
        .containsExactlyInAnyOrder(one, two);
  }

  @Test
  void whatDoesNotFitIntoAnIndexIsShownAndNotLookedFor() {
    String long201 = "x".repeat(201);
    SaidVideo video =
        SaidVideo.tiktok("long-" + UUID.randomUUID()).by(long201).with(long201).tagged(long201);
    videos.learn(List.of(video.observed()));

    FoundVideo found = lists.find(Platform.TIKTOK, video.id()).orElseThrow();
    assertThat(found.hashtags()).containsExactly(long201);
    assertThat(new Tables(jdbc).all().get("found_day")).doesNotContain(long201);
  }

  private @Nullable CountMetric metric(SaidVideo video) {
    return lists.find(video.platform(), video.id()).orElseThrow().metric();
  }

  /** Without the rows of sums that came to nothing, which depend on the cuts. */
  private static Map<String, String> shown(Tables tables) {
    Map<String, String> all = tables.all();
    all.keySet().retainAll(List.of("video", "video_posted_for", "found_day"));
    all.computeIfPresent(
        "found_day",
        (name, rows) -> String.join("\n", rows.lines().filter(r -> !nothing(r)).toList()));
    return all;
  }

  private static boolean nothing(String row) {
    return row.endsWith(",0,0,0,0)");
  }

  private void forget() {
    jdbc.sql("TRUNCATE video, video_posted_for, found_day").update();
  }

  private void learn(List<Event> events, Random random) {
    int from = 0;
    while (from < events.size()) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(12));
      videos.learn(events.subList(from, to));
      from = to;
    }
  }

  private static List<Event> events(Random random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < VIDEOS; i++) {
      SaidVideo video = SaidVideo.of(Platform.values()[i % 3], "v" + i);
      for (int hour = 1; hour <= READINGS; hour++) {
        SaidVideo read = video.at(hour).views(random.nextInt(5) == 0 ? null : random.nextInt(999));
        read = random.nextBoolean() ? read.by("Creator" + random.nextInt(3)) : read;
        read = random.nextBoolean() ? read.with("sound" + random.nextInt(3)) : read;
        read = random.nextInt(3) == 0 ? read.forCampaigns(new UUID(7, random.nextInt(3))) : read;
        read = random.nextInt(4) == 0 ? read.postedAt(null) : read;
        read = read.tagged("Tag" + random.nextInt(3), "TAG" + random.nextInt(3), "fyp");
        read =
            random.nextInt(4) == 0 ? read : read.counting(CountMetric.values()[random.nextInt(2)]);
        events.add(read.observed());
        if (random.nextInt(3) == 0) {
          events.add(read.unavailable());
        }
      }
    }
    events.addAll(events.subList(0, events.size() / 3));
    return new ArrayList<>(events);
  }
}
