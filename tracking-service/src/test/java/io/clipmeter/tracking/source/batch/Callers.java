package io.clipmeter.tracking.source.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoRef;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Callers that ask at the same time for videos whose views are their numbers. */
final class Callers implements AutoCloseable {
  static final Duration EVER = Duration.ofMinutes(1);
  static final Duration SOON = Duration.ofMillis(1);

  final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  final FakeViewSource source = new FakeViewSource(clock, Source.APIFY);
  final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  SharedRuns runs(Duration linger, Duration waitMax) {
    return new SharedRuns(new BatchSettings(linger, waitMax), new SimpleMeterRegistry(), clock);
  }

  Future<Readings> ask(SharedRuns runs, int from, int to) {
    List<VideoRef> videos = shown(from, to);
    return threads.submit(() -> runs.read(source, Platform.TIKTOK, videos));
  }

  List<VideoRef> shown(int from, int to) {
    List<VideoRef> videos = videos(from, to);
    videos.forEach(video -> source.show(video.key(), Long.parseLong(video.key().id())));
    return videos;
  }

  static void awaitWaiting(SharedRuns runs, int videos) {
    Awaitility.await().until(() -> runs.waiting() >= videos);
  }

  static List<VideoRef> videos(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> video(Platform.TIKTOK, i)).toList();
  }

  static VideoRef video(Platform platform, int i) {
    return VideoRef.of(platform, "" + i, "https://x/" + i);
  }

  static long views(Readings readings, VideoRef video) {
    return ((Reading.Ok) readings.of(video.key())).counts().views();
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
