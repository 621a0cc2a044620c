package io.clipmeter.chassis.inbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Starts and stops one consumer per {@link TopicListener}. */
final class Consumers implements SmartLifecycle {
  private static final int PHASE = Integer.MAX_VALUE - 200;

  private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers =
      new ArrayList<>();
  private final ConsumerFactory<byte[], byte[]> kafka;
  private final int concurrency;
  private volatile boolean running;

  Consumers(ConsumerFactory<byte[], byte[]> kafka, int concurrency) {
    this.kafka = kafka;
    this.concurrency = concurrency;
  }

  void add(String consumer, String topic, Consumption<?> consumption) {
    ContainerProperties properties = new ContainerProperties(topic);
    properties.setGroupId(consumer);
    properties.setClientId(consumer);
    properties.setAckMode(ContainerProperties.AckMode.MANUAL);
    properties.setMessageListener(consumption);
    properties.setMissingTopicsFatal(false);
    var container = new ConcurrentMessageListenerContainer<>(kafka, properties);
    container.setBeanName(consumer);
    container.setConcurrency(concurrency);
    container.setCommonErrorHandler(untilItPasses());
    containers.add(container);
  }

  /**
   * Only failures of the surroundings reach the container, and those are tried again for as long as
   * they last.
   */
  private static DefaultErrorHandler untilItPasses() {
    ExponentialBackOff backOff = new ExponentialBackOff(250, 2);
    backOff.setMaxInterval(5_000);
    backOff.setMaxElapsedTime(Long.MAX_VALUE);
    return new DefaultErrorHandler(backOff);
  }

  @Override
  public void start() {
    containers.forEach(ConcurrentMessageListenerContainer::start);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    containers.forEach(ConcurrentMessageListenerContainer::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
