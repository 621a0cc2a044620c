package io.clipmeter.chassis.app;

import io.clipmeter.chassis.inbox.Gatherer;
import io.clipmeter.chassis.inbox.Gathering;
import io.clipmeter.chassis.inbox.Received;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A left and a right of one name make a pair, which is one row: 1 where it was decided, 2 where it
 * was only kept. On request it fails as a database does that is away, or as a class does that is
 * not there; always for the name that cannot be decided, and for the one that cannot even be kept.
 * What is kept although it may not be whole is 3. The slow one is applied once the hasty one was
 * read.
 */
@Component
public class PairGatherer implements Gatherer {
  public static final String LEFTS = "clipping.lefts.v1";
  public static final String RIGHTS = "clipping.rights.v1";
  public static final String UNDECIDABLE = "undecidable";
  public static final String UNKEEPABLE = "unkeepable";
  public static final String SLOW = "slow";
  public static final String HASTY = "hasty";

  private final JdbcClient jdbc;
  private final AtomicInteger outages = new AtomicInteger();
  private final AtomicInteger faults = new AtomicInteger();
  private final CountDownLatch hastyRead = new CountDownLatch(1);
  private final Map<String, Boolean> caughtUp = new ConcurrentHashMap<>();

  PairGatherer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void failNext(int times) {
    outages.set(times);
  }

  public void breakNext(int times) {
    faults.set(times);
  }

  /** Whether each of the threads was told that nothing more is to come for now. */
  public boolean caughtUp() {
    return caughtUp.size() == threads() && caughtUp.values().stream().allMatch(told -> told);
  }

  private static boolean another(AtomicInteger left) {
    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  @Override
  public String name() {
    return "pairs";
  }

  @Override
  public List<String> topics() {
    return List.of(LEFTS, RIGHTS);
  }

  @Override
  public int threads() {
    return 2;
  }

  @Override
  public Gathering gathering() {
    return new Pairs();
  }

  private final class Pairs implements Gathering {
    private final Map<String, Map<TopicPartition, Long>> open = new HashMap<>();
    private Set<String> whole = Set.of();

    @Override
    public Runnable read(Received received) {
      String name = received.json(Probe.class).name();
      if (name.equals(HASTY)) {
        hastyRead.countDown();
      }
      return () ->
          open.computeIfAbsent(name, key -> new HashMap<>())
              .merge(received.partition(), received.offset(), Math::min);
    }

    @Override
    public boolean due(long behind) {
      caughtUp.put(Thread.currentThread().getName(), behind == 0);
      whole = new HashSet<>();
      open.forEach(
          (name, places) -> {
            if (places.keySet().stream().map(TopicPartition::topic).distinct().count() == 2) {
              whole.add(name);
            }
          });
      return !whole.isEmpty();
    }

    @Override
    public boolean full() {
      return false;
    }

    @Override
    public void apply(boolean decide) {
      for (String name : whole) {
        effect(name, decide ? 1 : 2);
        if (name.equals(SLOW)) {
          waitForTheHasty();
        }
        if (another(faults)) {
          throw new NoClassDefFoundError("a class that is not there");
        }
        if (another(outages)) {
          throw new TransientDataAccessResourceException("the database is away");
        }
        if (decide && name.equals(UNDECIDABLE)) {
          throw new IllegalStateException(name);
        }
      }
    }

    private void waitForTheHasty() {
      try {
        if (!hastyRead.await(20, TimeUnit.SECONDS)) {
          throw new IllegalStateException("nothing was read meanwhile");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private void effect(String name, int effect) {
      jdbc.sql(
              "INSERT INTO effect SELECT ?, ? WHERE NOT EXISTS (SELECT FROM effect WHERE name = ?)")
          .params(name, effect, name)
          .update();
      if (name.equals(UNKEEPABLE)) {
        throw new IllegalStateException(name);
      }
    }

    @Override
    public void keep() {
      open.keySet().forEach(name -> effect(name, 3));
    }

    @Override
    public Map<TopicPartition, Long> needed() {
      Map<TopicPartition, Long> needed = new HashMap<>();
      open.forEach(
          (name, places) -> {
            if (!whole.contains(name)) {
              places.forEach((part, at) -> needed.merge(part, at, Math::min));
            }
          });
      return needed;
    }

    @Override
    public void applied() {
      whole.forEach(open::remove);
      whole = Set.of();
    }
  }
}
