package io.clipmeter.testing.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackingTest {

  @Test
  void doesAsItIsTold() {
    assertThat(Backing.choose("docker")).isEqualTo(Backing.DOCKER);
    assertThat(Backing.choose("Embedded")).isEqualTo(Backing.EMBEDDED);
    assertThat(Backing.choose("auto")).isNotNull();
  }

  @Test
  void refusesAWishItDoesNotKnow() {
    assertThatThrownBy(() -> Backing.choose("podman"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("auto, docker or embedded");
  }

  @Test
  void aSafeServerWritesThroughAndAQuickOneDoesNot() {
    assertThat(PostgresSettings.of(true)).containsEntry("fsync", "on");
    assertThat(PostgresSettings.of(false)).containsEntry("fsync", "off");
  }

  @Test
  void theImageTakesTheBrokersKeysAsVariables() {
    assertThat(BrokerSettings.variable("offsets.topic.num.partitions"))
        .isEqualTo("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS");
  }

  @Test
  void aValueIsMadeOnceAndAgainOnlyAfterItsEnd() {
    var count = new AtomicInteger();
    var once = new Once<>(count::incrementAndGet);
    once.end(unmade -> count.set(100));
    assertThat(once.get()).isEqualTo(1);
    assertThat(once.get()).isEqualTo(1);
    once.end(made -> assertThat(made).isEqualTo(1));
    assertThat(once.get()).isEqualTo(2);
  }

  @Test
  void aFailedStartIsTriedAgain() {
    var count = new AtomicInteger();
    var once = new Once<>(() -> 10 / count.getAndIncrement());
    assertThatThrownBy(once::get).isInstanceOf(ArithmeticException.class);
    assertThat(once.get()).isEqualTo(10);
  }
}
