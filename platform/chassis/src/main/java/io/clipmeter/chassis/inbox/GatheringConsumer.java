package io.clipmeter.chassis.inbox;

import io.clipmeter.chassis.inbox.ReadAhead.Entry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/**
 * One consumer of a {@link Gatherer}: reads, and applies when its memory says so, while it reads
 * on. Whatever fails, it forgets everything and begins anew at the stored offsets.
 */
final class GatheringConsumer {
  private static final Logger LOG = LoggerFactory.getLogger(GatheringConsumer.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * Records that come one by one would be fetched one by one, and each fetch costs the broker and
   * us more than a hundred records do. So few are followed by a breath in which more may come.
   */
  private static final int FEW = 500;

  private static final long BREATH_MILLIS = 5;
  private static final long PAUSE_MILLIS = 250;
  private static final long PAUSE_MAX_MILLIS = 5_000;

  /** How long progress without any effect stays unsaid. */
  private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();

  /** Who does not poll for minutes is taken for dead. */
  private static final long UNPOLLED_NANOS = Duration.ofSeconds(30).toNanos();

  private final String name;
  private final Gatherer gatherer;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final GatheredTables tables;
  private final Placement placement;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final SingleKeeping singly;
  private final ReadAhead ahead;
  private final Applying applying;
  private Gathering memory;
  private BackOffExecution pauses = backOff();
  private long storedAt;
  private long polledAt;
  private boolean moved;
  private volatile CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Consumer<byte[], byte[]> polling;

  GatheringConsumer(
      String name,
      Gatherer gatherer,
      Supplier<Consumer<byte[], byte[]>> consumers,
      GatheredTables tables,
      Placement placement,
      JsonMapper json) {
    this.name = name;
    this.gatherer = gatherer;
    this.consumers = consumers;
    this.tables = tables;
    this.placement = placement;
    this.singly = new SingleKeeping(gatherer, tables, json);
    this.ahead = new ReadAhead(json);
    this.applying = new Applying(name);
    this.memory = gatherer.gathering();
  }

  /** Begins in a thread of its own, which ends after {@link #stop}. */
  Thread start() {
    stopping = new CountDownLatch(1);
    return Thread.ofPlatform().name(name).start(this::run);
  }

  private void run() {
    while (running()) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        polling = consumer;
        consume(consumer);
      } catch (WakeupException stopped) {
        LOG.debug("{} was woken up", name);
      } catch (Throwable failure) {
        if (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)) {
          throw failure;
        }
        rest(failure);
      } finally {
        polling = null;
        applying.end();
      }
    }
  }

  private void rest(Throwable failure) {
    long millis = pauses.nextBackOff();
    LOG.warn("{} begins anew in {} ms: {}", name, millis, failure.toString());
    if (stopsWithin(millis)) {
      LOG.debug("{} was stopped while it waited", name);
    }
  }

  private boolean stopsWithin(long millis) {
    try {
      return stopping.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
      return true;
    }
  }

  private static BackOffExecution backOff() {
    ExponentialBackOff pauses = new ExponentialBackOff(PAUSE_MILLIS, 2);
    pauses.setMaxInterval(PAUSE_MAX_MILLIS);
    return pauses.start();
  }

  private boolean running() {
    return stopping.getCount() > 0;
  }

  /** Ends the loop; a batch that is being applied is finished before. */
  void stop() {
    stopping.countDown();
    Consumer<byte[], byte[]> consumer = polling;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  private void consume(Consumer<byte[], byte[]> consumer) {
    forget();
    consumer.subscribe(gatherer.topics(), new Rebalance(consumer));
    boolean full = false;
    while (running()) {
      if (!full || System.nanoTime() - polledAt > UNPOLLED_NANOS) {
        ahead.read(poll(consumer), memory);
      }
      if (applying.underway()) {
        if (!applying.endsWithin(full || ahead.enough() ? Long.MAX_VALUE : BREATH_MILLIS)) {
          continue;
        }
        noteApplied(consumer);
      }
      int taken = takeIn();
      full = false;
      if (memory.due(behind(consumer)) || (moved && System.nanoTime() - storedAt > QUIET_NANOS)) {
        full = memory.full();
        applying.begin(this::applyOrKeep);
      } else if (taken > 0 && taken < FEW && stopsWithin(BREATH_MILLIS)) {
        return;
      }
    }
  }

  private ConsumerRecords<byte[], byte[]> poll(Consumer<byte[], byte[]> consumer) {
    polledAt = System.nanoTime();
    try {
      return consumer.poll(applying.underway() ? Duration.ZERO : POLL);
    } catch (OffsetOutOfRangeException news) {
      forget();
      placement.place(consumer, consumer.assignment(), news);
      return ConsumerRecords.empty();
    }
  }

  /** What a partition has that stands still comes later than anybody should wait for. */
  private static long behind(Consumer<byte[], byte[]> consumer) {
    Set<TopicPartition> standing = consumer.paused();
    return consumer.assignment().stream()
        .filter(part -> !standing.contains(part))
        .mapToLong(part -> consumer.currentLag(part).orElse(1))
        .sum();
  }

  private int takeIn() {
    int taken = ahead.size();
    ahead.take().forEach(this::takeIn);
    moved |= taken > 0;
    return taken;
  }

  private void takeIn(List<Entry> ofPartition) {
    List<ConsumerRecord<byte[], byte[]>> single =
        ofPartition.stream().map(Entry::record).filter(singly::isFor).toList();
    singly.keep(single);
    single.forEach(this::passed);
    ofPartition.stream().skip(single.size()).forEach(this::takeIn);
  }

  private void takeIn(Entry entry) {
    try {
      entry.intake().run();
    } catch (RuntimeException | StackOverflowError poison) {
      tables.setAside(entry.record(), poison);
    }
    passed(entry.record());
  }

  private void passed(ConsumerRecord<byte[], byte[]> record) {
    positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
  }

  private void applyOrKeep() {
    try {
      apply(true);
    } catch (RuntimeException | StackOverflowError failure) {
      if (Retry.worthwhile(failure)) {
        throw failure;
      }
      LOG.error("{} cannot apply what it has gathered, and keeps it for later", name, failure);
      keep();
    }
  }

  private void noteApplied(Consumer<byte[], byte[]> consumer) {
    memory.applied();
    storedAt = System.nanoTime();
    moved = false;
    pauses = backOff();
    consumer.commitAsync(committed(), null);
  }

  private void keep() {
    try {
      apply(false);
    } catch (RuntimeException | StackOverflowError failure) {
      if (!Retry.worthwhile(failure)) {
        LOG.error("{} cannot keep it either, and keeps its records singly", name, failure);
        singly.begin(positions);
      }
      throw failure;
    }
  }

  private void apply(boolean decide) {
    tables.inTransaction(
        () -> {
          memory.apply(decide);
          tables.raise(stored());
        });
  }

  /** The oldest that is still needed, or what follows the last that was read. */
  private Map<TopicPartition, Long> stored() {
    Map<TopicPartition, Long> stored = new HashMap<>(positions);
    memory
        .needed()
        .forEach((part, offset) -> stored.computeIfPresent(part, (p, at) -> Math.min(at, offset)));
    return stored;
  }

  /** For displays of the lag only: what was read, needed or not. */
  private Map<TopicPartition, OffsetAndMetadata> committed() {
    return positions.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, at -> new OffsetAndMetadata(at.getValue())));
  }

  private void forget() {
    applying.end();
    ahead.clear();
    memory = gatherer.gathering();
    positions.clear();
    moved = false;
    storedAt = System.nanoTime();
  }

  /** Whoever gets partitions begins with what is stored; nothing is taken along. */
  private final class Rebalance implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;

    Rebalance(Consumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      forget();
      placement.leave(consumer, revoked);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      forget();
      placement.place(consumer, assigned);
    }
  }
}
