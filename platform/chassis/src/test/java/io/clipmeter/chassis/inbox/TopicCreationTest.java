package io.clipmeter.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TopicCreationTest {
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void itTriesUntilABrokerAnswersAndThenNoMore() {
    TopicCreation creation =
        new TopicCreation(
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no broker");
              }
              return tries.get() == 3;
            },
            Duration.ofMillis(1));

    creation.start();

    await().atMost(Duration.ofSeconds(10)).until(() -> tries.get() == 3);
    await().during(Duration.ofMillis(50)).until(() -> tries.get() == 3);
  }

  @Test
  void itStopsWithTheService() {
    TopicCreation creation =
        new TopicCreation(() -> tries.incrementAndGet() < 0, Duration.ofHours(1));
    creation.start();
    await().atMost(Duration.ofSeconds(10)).until(() -> tries.get() == 1);

    creation.stop();

    assertThat(creation.isRunning()).isFalse();
  }
}
