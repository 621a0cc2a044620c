package io.clipmeter.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Whose memory has enough is not asked to read on. */
@Timeout(60)
class GatheringConsumerTest {
  private final AtomicInteger polls = new AtomicInteger();
  private final BlockingQueue<Integer> pollsBeforeApplying = new LinkedBlockingQueue<>();
  private final GatheringConsumer consumer = consumer();

  /** Has always something to apply, and enough of it for the first three times. */
  private final class Memory implements Gathering {
    private int times;

    @Override
    public Runnable read(Received received) {
      return () -> {};
    }

    @Override
    public boolean due(long behind) {
      return true;
    }

    @Override
    public boolean full() {
      return ++times <= 3;
    }

    @Override
    public void apply(boolean decide) {
      pollsBeforeApplying.add(polls.get());
    }

    @Override
    public void keep() {}

    @Override
    public Map<TopicPartition, Long> needed() {
      return Map.of();
    }

    @Override
    public void applied() {}
  }

  private final class Endless implements Gatherer {
    @Override
    public String name() {
      return "endless";
    }

    @Override
    public List<String> topics() {
      return List.of("clipping.probes.v1");
    }

    @Override
    public int threads() {
      return 1;
    }

    @Override
    public Gathering gathering() {
      return new Memory();
    }
  }

  private final class Counted extends MockConsumer<byte[], byte[]> {
    Counted() {
      super("none");
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      polls.incrementAndGet();
      return super.poll(timeout);
    }
  }

  private static final class NoDatabase extends AbstractPlatformTransactionManager {
    private static final long serialVersionUID = 1L;

    @Override
    protected Object doGetTransaction() {
      return this;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {}

    @Override
    protected void doCommit(DefaultTransactionStatus status) {}

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}
  }

  private GatheringConsumer consumer() {
    Standing standing = new Standing(new SimpleMeterRegistry());
    return new GatheringConsumer(
        "endless",
        new Endless(),
        Counted::new,
        tables(),
        new Placement(topic -> topic, new Nowhere(), standing),
        new JsonMapper());
  }

  /** Nothing is read, so nothing is set aside. */
  @SuppressWarnings("NullAway")
  private static GatheredTables tables() {
    ConsumedTables nowhere = new ConsumedTables(new JdbcTemplate(), Clock.systemUTC());
    return new GatheredTables(
        nowhere, null, new TransactionTemplate(new NoDatabase()), topic -> topic);
  }

  private static final class Nowhere implements Places {
    @Override
    public Map<TopicPartition, OutsidePolicy.Stored> begin(Collection<TopicPartition> parts) {
      return new HashMap<>();
    }

    @Override
    public void stand(Map<TopicPartition, Long> offsets) {}
  }

  @AfterEach
  void end() {
    consumer.stop();
  }

  @Test
  void nothingIsReadBetweenTransactionsAsLongAsThereIsEnough() throws Exception {
    consumer.start();

    List<Integer> before = List.of(next(), next(), next(), next(), next());

    assertThat(before.subList(0, 3)).containsOnly(1);
    assertThat(before.get(4)).isGreaterThan(1);
  }

  private int next() throws InterruptedException {
    Integer polls = pollsBeforeApplying.poll(30, TimeUnit.SECONDS);
    assertThat(polls).as("polls before the next time").isNotNull();
    return polls;
  }
}
