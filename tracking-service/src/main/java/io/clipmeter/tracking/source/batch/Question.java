package io.clipmeter.tracking.source.batch;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** What one caller asked for, and the answers so far: they may come from several runs. */
final class Question {
  private final Set<VideoKey> open;
  private final Map<VideoKey, Reading> answers = new HashMap<>();
  private final Map<VideoKey, Instant> ats = new HashMap<>();
  private final CountDownLatch answered = new CountDownLatch(1);
  private Instant last = Instant.MIN;

  /** Asks for at least one video. */
  Question(Set<VideoKey> videos) {
    this.open = new HashSet<>(videos);
  }

  synchronized void answer(VideoKey video, Reading reading, Instant at) {
    if (!open.remove(video)) {
      return;
    }
    answers.put(video, reading);
    ats.put(video, at);
    last = at.isAfter(last) ? at : last;
    if (open.isEmpty()) {
      answered.countDown();
    }
  }

  /** Waits until each video has an answer. */
  Readings await(Source source) throws InterruptedException {
    answered.await();
    return readings(source);
  }

  private synchronized Readings readings(Source source) {
    return new Readings(source, last, answers, ats);
  }
}
