package io.clipmeter.chassis.inbox;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Only failures of the surroundings reach the container, and those are tried again for as long as
 * they last. A place that Kafka does not have is not among them.
 */
final class UntilItPasses extends DefaultErrorHandler {
  private final Placement placement;

  UntilItPasses(Placement placement) {
    super(backOff());
    this.placement = placement;
  }

  private static BackOff backOff() {
    ExponentialBackOff backOff = new ExponentialBackOff(250, 2);
    backOff.setMaxInterval(5_000);
    backOff.setMaxElapsedTime(Long.MAX_VALUE);
    return backOff;
  }

  @Override
  public void handleOtherException(
      Exception failure,
      Consumer<?, ?> consumer,
      MessageListenerContainer container,
      boolean batchListener) {
    if (failure instanceof OffsetOutOfRangeException news) {
      placement.place(consumer, news.offsetOutOfRangePartitions().keySet(), news);
    } else {
      super.handleOtherException(failure, consumer, container, batchListener);
    }
  }

  /**
   * Between two tries the consumer is polled, and what fails there, as for a place of another
   * partition that Kafka does not have, gives the batch up: the next one would move the offset past
   * it. At the end of the tries all partitions are resumed.
   */
  @Override
  public void handleBatch(
      Exception failure,
      ConsumerRecords<?, ?> records,
      Consumer<?, ?> consumer,
      MessageListenerContainer container,
      Runnable listener) {
    try {
      super.handleBatch(failure, records, consumer, container, listener);
    } catch (RuntimeException givenUp) {
      if (container.isRunning()) {
        placeAll(consumer, givenUp);
      }
      throw givenUp;
    } finally {
      placement.stopAgain(consumer);
    }
  }

  private void placeAll(Consumer<?, ?> consumer, RuntimeException givenUp) {
    if (givenUp instanceof OffsetOutOfRangeException news) {
      placement.place(consumer, consumer.assignment(), news);
    } else {
      placement.place(consumer, consumer.assignment());
    }
  }
}
