package io.clipmeter.chassis.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as it arrived: a CloudEvent in Kafka binary mode, nothing of which has been believed
 * yet.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 *     Kafka binding</a>
 */
public final class Received {
  private static final int LONGEST_ID = 255;
  private final ConsumerRecord<byte[], byte[]> record;
  private final JsonMapper json;

  Received(ConsumerRecord<byte[], byte[]> record, JsonMapper json) {
    this.record = record;
    this.json = json;
  }

  /** The {@code ce_id}, unique for ever. */
  public String id() {
    String id = required("ce_id");
    if (id.isBlank() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("ce_id must have 1 to 255 characters");
    }
    return id;
  }

  /** The {@code ce_type}. */
  public String type() {
    return required("ce_type");
  }

  /** The {@code ce_time}. */
  public Instant time() {
    return Instant.parse(required("ce_time"));
  }

  /** Its topic. */
  public String topic() {
    return record.topic();
  }

  /** Its partition and topic. */
  public TopicPartition partition() {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** Its place in the partition, from 0. */
  public long offset() {
    return record.offset();
  }

  /** Where the record stands, for messages. */
  public String position() {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  /**
   * The value as this type; fields that the type does not know are ignored.
   *
   * @throws RuntimeException where it is not JSON of this shape
   */
  public <T> T json(Class<T> type) {
    byte[] value = record.value();
    if (value == null) {
      throw new IllegalArgumentException("the record has no value");
    }
    T read = json.readValue(value, type);
    if (read == null) {
      throw new IllegalArgumentException("the value is null");
    }
    return read;
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  private String required(String name) {
    String value = header(name);
    if (value == null) {
      throw new IllegalArgumentException("the header " + name + " is missing");
    }
    return value;
  }

  private @Nullable String header(String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
