package io.clipmeter.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.outbox.OutboxRows.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class OutboxSenderTest {
  private final Map<Integer, Long> sent = new TreeMap<>();

  @Test
  void theLastRowOfEachShardIsReportedOnceAllAreAcknowledged() {
    OutboxSender sender = sender(new FakeBroker(FakeBroker.NONE));

    sender.send(Map.of(1, rows(1, 2), 4, rows(4, 3)), sent::put);

    assertThat(sent).containsExactlyEntriesOf(new TreeMap<>(Map.of(1, 2L, 4, 3L)));
  }

  @Test
  void nothingIsReportedWhereTheBrokerRefusesOneRecord() {
    OutboxSender sender = sender(new FakeBroker(1));

    assertThatThrownBy(() -> sender.send(Map.of(1, rows(1, 3)), sent::put))
        .isInstanceOf(KafkaException.class);

    assertThat(sent).isEmpty();
  }

  @Test
  void whatIsStillBufferedAfterAFailureNeverArrivesBehindItsRepetition() {
    FakeBroker failing = new FakeBroker(0);
    FakeBroker next = new FakeBroker(FakeBroker.NONE);
    OutboxSender sender = sender(failing, next);
    assertThatThrownBy(() -> sender.send(Map.of(1, rows(1, 1)), sent::put))
        .isInstanceOf(KafkaException.class);

    sender.reset();
    sender.send(Map.of(1, rows(1, 1)), sent::put);

    assertThat(failing.closed()).isTrue();
    assertThat(next.history()).extracting(OutboxSenderTest::text).containsExactly("1/1");
    assertThat(sent).containsEntry(1, 1L);
  }

  private static OutboxSender sender(FakeBroker... brokers) {
    Queue<Producer<byte[], byte[]>> producers = new ArrayDeque<>(List.of(brokers));
    return new OutboxSender(producers::remove, Duration.ofSeconds(5));
  }

  private static List<Waiting> rows(int shard, int count) {
    return java.util.stream.IntStream.rangeClosed(1, count)
        .mapToObj(seq -> new Waiting(shard, seq, row(shard + "/" + seq)))
        .toList();
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
    OutboxSender sender =
        new OutboxSender(() -> new FakeBroker(FakeBroker.SILENT), Duration.ofMillis(50));

    assertThatThrownBy(() -> sender.send(Map.of(1, rows(1, 100)), sent::put))
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining("did not acknowledge");

    assertThat(sent).isEmpty();
  }
}
