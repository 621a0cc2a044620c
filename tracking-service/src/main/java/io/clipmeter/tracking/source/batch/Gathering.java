package io.clipmeter.tracking.source.batch;

import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Purpose;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The videos of one platform that wait for a run of one provider, in the order in which they came.
 * Which of them go together is decided when a run can begin and not before: while all runs are
 * taken, more may come.
 */
final class Gathering {
  private static final Reading STOPPING =
      Reading.failed(new ProviderFault(ProviderFault.Kind.LOST, "the service stops"));
  private static final Reading INTERRUPTED =
      Reading.failed(new ProviderFault(ProviderFault.Kind.LOST, "interrupted"));

  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

  private final Map<VideoKey, Waiting> waiting = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final ViewSource source;
  private final Semaphore runs;
  private final BatchSettings settings;
  private final Clock clock;
  private long lastCame;
  private boolean attended;
  private boolean closed;

  /**
   * @param runs the provider's, of all its platforms
   */
  Gathering(ViewSource source, Semaphore runs, BatchSettings settings, Clock clock) {
    this.source = source;
    this.runs = runs;
    this.settings = settings;
    this.clock = clock;
  }

  /** A video, and all who ask for it: one reading serves them. */
  private record Waiting(VideoRef video, long since, Set<Question> askers) {}

  /** Waits for the answers; bounded as a run of the provider is. */
  Readings read(List<VideoRef> videos) {
    Map<VideoKey, VideoRef> each = new LinkedHashMap<>();
    videos.forEach(video -> each.putIfAbsent(video.key(), video));
    Question question = new Question(each.keySet());
    try {
      if (!add(each.values(), question)) {
        return failed(videos, STOPPING);
      }
      return question.await(source.name());
    } catch (InterruptedException e) {
      withdraw(question);
      Thread.currentThread().interrupt();
      return failed(videos, INTERRUPTED);
    }
  }

  private boolean add(Collection<VideoRef> videos, Question question) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      lastCame = System.nanoTime();
      for (VideoRef video : videos) {
        waiting
            .computeIfAbsent(
                video.key(), key -> new Waiting(video, lastCame, new LinkedHashSet<>()))
            .askers()
            .add(question);
      }
      if (!attended) {
        attended = true;
        Thread.ofVirtual().name("runs-" + source.name()).start(this::attend);
      }
      change.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing is read, and paid for, that nobody waits for any more. */
  private void withdraw(Question question) {
    lock.lock();
    try {
      waiting.values().forEach(each -> each.askers().remove(question));
      waiting.values().removeIf(each -> each.askers().isEmpty());
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Starts runs as long as somebody waits for one. */
  private void attend() {
    while (awaitWorthwhile()) {
      runs.acquireUninterruptibly();
      List<Waiting> run = take();
      if (run.isEmpty()) {
        runs.release();
      } else {
        Thread.ofVirtual().name("run-" + source.name()).start(() -> runAndRelease(run));
      }
    }
  }

  /** Until a run is full or was waited for long enough; false where nobody waits for one. */
  private boolean awaitWorthwhile() {
    lock.lock();
    try {
      while (!waiting.isEmpty() && waiting.size() < source.sharing().videosMax()) {
        long patience = patience();
        if (patience <= 0) {
          return true;
        }
        change.awaitNanos(patience);
      }
      attended = !waiting.isEmpty();
      return attended;
    } catch (InterruptedException e) {
      // Nobody interrupts it. Were it done all the same, those who wait are better served at once.
      Thread.currentThread().interrupt();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private long patience() {
    long now = System.nanoTime();
    long first = waiting.values().iterator().next().since();
    return Math.min(
        lastCame + settings.linger().toNanos() - now, first + settings.waitMax().toNanos() - now);
  }

  private List<Waiting> take() {
    lock.lock();
    try {
      List<Waiting> run = new ArrayList<>();
      Iterator<Waiting> first = waiting.values().iterator();
      while (first.hasNext() && run.size() < source.sharing().videosMax()) {
        run.add(first.next());
        first.remove();
      }
      return run;
    } finally {
      lock.unlock();
    }
  }

  private void runAndRelease(List<Waiting> run) {
    List<VideoRef> videos = run.stream().map(Waiting::video).toList();
    Readings readings = failed(videos, Reading.faulty());
    AtomicBoolean held = new AtomicBoolean(true);
    try {
      readings = Purpose.MONEY.get(() -> source.read(videos, () -> release(held)));
    } catch (RuntimeException fault) {
      LOG.error("{} failed on {} videos", source.name(), videos.size(), fault);
    } finally {
      release(held);
      answer(run, readings);
    }
  }

  private void release(AtomicBoolean held) {
    if (held.getAndSet(false)) {
      runs.release();
    }
  }

  private static void answer(List<Waiting> run, Readings readings) {
    for (Waiting each : run) {
      VideoKey video = each.video().key();
      each.askers().forEach(q -> q.answer(video, readings.of(video), readings.at(video)));
    }
  }

  private Readings failed(Collection<VideoRef> videos, Reading failure) {
    return Readings.failed(source.name(), clock.instant(), videos, failure);
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Who waits for a run that has not begun hears that none will. */
  void close() {
    List<Waiting> left;
    lock.lock();
    try {
      closed = true;
      left = List.copyOf(waiting.values());
      waiting.clear();
      change.signalAll();
    } finally {
      lock.unlock();
    }
    answer(left, failed(left.stream().map(Waiting::video).toList(), STOPPING));
  }
}
