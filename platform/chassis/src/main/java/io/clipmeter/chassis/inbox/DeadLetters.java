package io.clipmeter.chassis.inbox;

import io.clipmeter.chassis.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets records aside that can't be processed: to {@code <topic>.<group>.dlt}, as they were, with
 * the cause in the headers, in the transaction that moves the offset past them.
 */
final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final int LONGEST_CAUSE = 500;
  private static final int LONGEST_HEADER = 4_000;
  private static final int HEADERS_MAX = 50;

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

  void add(String consumer, ConsumerRecord<byte[], byte[]> record, Throwable cause) {
    LOG.warn(
        "{} sets {}-{}@{} aside: {}",
        consumer,
        record.topic(),
        record.partition(),
        record.offset(),
        cause.getClass().getName());
    count(consumer, record.topic()).increment();
    outbox.appendRaw(
        topicOf(record.topic(), consumer), record.key(), record.value(), headers(record, cause));
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
            header.key(),
            shortened(new String(header.value(), StandardCharsets.ISO_8859_1), LONGEST_HEADER));
      }
    }
    headers.put("dlt_topic", record.topic());
    headers.put("dlt_partition", Integer.toString(record.partition()));
    headers.put("dlt_offset", Long.toString(record.offset()));
    headers.put("dlt_cause", shortened(ascii(cause.toString()), LONGEST_CAUSE));
    return headers;
  }

  private static String ascii(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
