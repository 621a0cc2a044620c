package io.clipmeter.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class OutboxSenderTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void itWaitsForWhatItSent() {
    FakeBroker broker = new FakeBroker(FakeBroker.NONE);
    OutboxSender sender = sender(broker);
    sender.send(row("1"));
    sender.send(row("2"));
    sender.await();

    assertThat(broker.history()).extracting(OutboxSenderTest::text).containsExactly("1", "2");
  }

  @Test
  void itFailsWhereTheBrokerRefusesOneRecord() {
    OutboxSender sender = sender(new FakeBroker(1));
    IntStream.range(0, 3).forEach(n -> sender.send(row("" + n)));

    assertThatThrownBy(sender::await).isInstanceOf(KafkaException.class);
  }

  @Test
  void whatIsStillBufferedAfterAFailureNeverArrivesBehindItsRepetition() {
    FakeBroker failing = new FakeBroker(0);
    FakeBroker next = new FakeBroker(FakeBroker.NONE);
    OutboxSender sender = sender(failing, next);
    sender.send(row("1"));
    assertThatThrownBy(sender::await).isInstanceOf(KafkaException.class);

    sender.reset();
    sender.send(row("1"));
    sender.await();

    assertThat(failing.closed()).isTrue();
    assertThat(next.history()).extracting(OutboxSenderTest::text).containsExactly("1");
  }

  @Test
  void noMoreThanSoManyAreUnanswered() {
    OutboxSender sender = new OutboxSender(() -> new FakeBroker(FakeBroker.SILENT), SHORT);

    assertThatThrownBy(() -> IntStream.range(0, 10_001).forEach(n -> sender.send(row("" + n))))
        .isInstanceOf(KafkaException.class);
  }

  private static OutboxSender sender(FakeBroker... brokers) {
    Queue<Producer<byte[], byte[]>> producers = new ArrayDeque<>(List.of(brokers));
    return new OutboxSender(producers::remove, Duration.ofSeconds(5));
  }

  private static OutboxRow row(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new OutboxRow("t", bytes, bytes, Map.of("ce_id", text), Instant.EPOCH);
  }

  private static String text(ProducerRecord<byte[], byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  @Test
  void aBrokerThatDoesNotAnswerIsNotWaitedForLongerThanTheTimeOut() {
    OutboxSender sender = new OutboxSender(() -> new FakeBroker(FakeBroker.SILENT), SHORT);
    IntStream.range(0, 100).forEach(n -> sender.send(row("" + n)));

    assertThatThrownBy(sender::await)
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining("did not acknowledge");
  }
}
