package io.clipmeter.chassis.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;

/** Starts and stops the consumers of each {@link TopicListener} and each {@link Gatherer}. */
final class Consumers implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);
  private static final int PHASE = Integer.MAX_VALUE - 200;

  private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers =
      new ArrayList<>();
  private final List<GatheringConsumer> gathering = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final ConsumerFactory<byte[], byte[]> kafka;
  private final int concurrency;
  private volatile boolean running;

  Consumers(ConsumerFactory<byte[], byte[]> kafka, int concurrency) {
    this.kafka = kafka;
    this.concurrency = concurrency;
  }

  void add(String consumer, String topic, Consumption<?> consumption, Placement placement) {
    ContainerProperties properties = new ContainerProperties(topic);
    properties.setGroupId(consumer);
    properties.setClientId(consumer);
    properties.setAckMode(ContainerProperties.AckMode.MANUAL);
    properties.setMessageListener(consumption);
    properties.setConsumerRebalanceListener(new Rebalance(placement));
    properties.setMissingTopicsFatal(false);
    var container = new ConcurrentMessageListenerContainer<>(kafka, properties);
    container.setBeanName(consumer);
    container.setConcurrency(concurrency);
    container.setCommonErrorHandler(new UntilItPasses(placement));
    containers.add(container);
  }

  void add(GatheringConsumer consumer) {
    gathering.add(consumer);
  }

  @Override
  public void start() {
    containers.forEach(ConcurrentMessageListenerContainer::start);
    gathering.forEach(consumer -> threads.add(consumer.start()));
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    gathering.forEach(GatheringConsumer::stop);
    containers.forEach(ConcurrentMessageListenerContainer::stop);
    threads.forEach(Consumers::join);
    threads.clear();
  }

  private static void join(Thread thread) {
    try {
      thread.join(STOP_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  /**
   * Nothing that asks for the consumer's position before it is set, as what knows of seeking does:
   * without a place of its own, and with none to fall back on, the consumer would end.
   */
  private record Rebalance(Placement placement) implements ConsumerAwareRebalanceListener {

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> parts) {
      LOG.info("Partitions assigned: {}", parts);
      placement.place(consumer, parts);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
        Consumer<?, ?> consumer, Collection<TopicPartition> parts) {
      LOG.info("Partitions revoked: {}", parts);
      placement.leave(consumer, parts);
    }
  }
}
