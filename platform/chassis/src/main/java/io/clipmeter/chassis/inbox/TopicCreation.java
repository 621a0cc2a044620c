package io.clipmeter.chassis.inbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics as soon as there is a broker. The framework tries once, at the start, and a
 * service may well start first.
 */
final class TopicCreation implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);

  private final BooleanSupplier creation;
  private final Duration pause;
  private volatile @Nullable Thread trying;

  /**
   * @param creation whether the topics are there now; throws where the broker does not answer
   * @param pause between two tries
   */
  TopicCreation(BooleanSupplier creation, Duration pause) {
    this.creation = creation;
    this.pause = pause;
  }

  @Override
  public void start() {
    trying = Thread.ofVirtual().name("topic-creation").start(this::tryUntilCreated);
  }

  private void tryUntilCreated() {
    try {
      while (!created()) {
        Thread.sleep(pause);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean created() {
    try {
      return creation.getAsBoolean();
    } catch (RuntimeException noBroker) {
      LOG.warn("The topics could not be created yet: {}", noBroker.getMessage());
      return false;
    }
  }

  @Override
  public void stop() {
    Thread thread = trying;
    if (thread != null) {
      thread.interrupt();
      trying = null;
    }
  }

  @Override
  public boolean isRunning() {
    return trying != null;
  }
}
