package io.clipmeter.chassis.inbox;

import io.clipmeter.chassis.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sets records aside that can't be processed: to {@code <topic>.<group>.dlt}, as they were, with
 * the cause in the headers, in the transaction that moves the offset past them. Of one that would
 * not fit, the beginning; {@code dlt_value_bytes} then says how long it was, and topic, partition
 * and offset where the rest is.
 */
final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final int LONGEST_CAUSE = 500;
  private static final int LONGEST_HEADER = 4_000;
  private static final int LONGEST_NAME = 200;
  private static final int HEADERS_MAX = 50;

  /** With all of its headers the record then fits into the outbox, however large the other was. */
  private static final int VALUE_MAX = 600_000;

  private static final int KEY_MAX = 10_000;

  private final Outbox outbox;
  private final MeterRegistry meters;

  DeadLetters(Outbox outbox, MeterRegistry meters) {
    this.outbox = outbox;
    this.meters = meters;
  }

  static String topicOf(String topic, String consumer) {
    return topic + "." + consumer + ".dlt";
  }

  /** Shows the count of this consumer from the start: the step from none to one is the alarm. */
  void expect(String consumer, String topic) {
    count(consumer, topic);
  }

  /** Counted and told once it is done: a transaction that rolls back has set nothing aside. */
  void add(String consumer, ConsumerRecord<byte[], byte[]> record, Throwable cause) {
    outbox.appendRaw(
        topicOf(record.topic(), consumer),
        beginning(record.key(), KEY_MAX),
        beginning(record.value(), VALUE_MAX),
        headers(record, cause));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            tell(consumer, record, cause);
          }
        });
  }

  private void tell(String consumer, ConsumerRecord<byte[], byte[]> record, Throwable cause) {
    LOG.warn(
        "{} sets {}-{}@{} aside: {}",
        consumer,
        record.topic(),
        record.partition(),
        record.offset(),
        cause.getClass().getName());
    count(consumer, record.topic()).increment();
  }

  private Counter count(String consumer, String topic) {
    return Counter.builder("clipmeter.dead.letters")
        .description("Records set aside because they could not be processed")
        .tag("topic", topic)
        .tag("consumer", consumer)
        .register(meters);
  }

  private static Map<String, String> headers(
      ConsumerRecord<byte[], byte[]> record, Throwable cause) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      if (headers.size() < HEADERS_MAX && header.value() != null) {
        headers.put(
            shortened(header.key(), LONGEST_NAME),
            shortened(new String(header.value(), StandardCharsets.ISO_8859_1), LONGEST_HEADER));
      }
    }
    headers.put("dlt_topic", record.topic());
    headers.put("dlt_partition", Integer.toString(record.partition()));
    headers.put("dlt_offset", Long.toString(record.offset()));
    if (record.serializedValueSize() > VALUE_MAX) {
      headers.put("dlt_value_bytes", Integer.toString(record.serializedValueSize()));
    }
    headers.put("dlt_cause", shortened(ascii(cause.toString()), LONGEST_CAUSE));
    return headers;
  }

  private static byte @Nullable [] beginning(byte @Nullable [] bytes, int longest) {
    return bytes == null || bytes.length <= longest ? bytes : Arrays.copyOf(bytes, longest);
  }

  private static String ascii(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
