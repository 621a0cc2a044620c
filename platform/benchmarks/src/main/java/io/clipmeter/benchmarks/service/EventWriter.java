package io.clipmeter.benchmarks.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.events.Event;
import io.clipmeter.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Sends events as the other services do: JSON, with the headers of a CloudEvent. */
public final class EventWriter implements AutoCloseable {
  private static final int LINGER_MS = 5;
  private static final int RELAY_LINGER_MS = 2;

  private final JsonMapper json = new JsonMapper();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private final String time;
  private final String prefix;

  /**
   * Connects at the first event.
   *
   * @param time the {@code ce_time} of all events
   */
  public EventWriter(String servers, String time) {
    this(servers, time, "", LINGER_MS);
  }

  private EventWriter(String servers, String time, String prefix, int lingerMs) {
    this.time = time;
    this.prefix = prefix;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                lingerMs,
                // A producer that begins anew forgets its topics, and waits for the broker to hand
                // over what it could keep until the broker is back.
                CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG,
                "none"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Writes to topics of the usual names behind this prefix, which are for somebody else's ears. */
  public static EventWriter aside(String servers, String time, String prefix) {
    return new EventWriter(servers, time, prefix, LINGER_MS);
  }

  /** Keeps an event back as long as the relay of the services does, so that some go together. */
  public static EventWriter prompt(String servers, String time) {
    return new EventWriter(servers, time, "", RELAY_LINGER_MS);
  }

  /** Learns where these topics are: events for them can be handed over while no broker is there. */
  public void know(Topic... topics) {
    for (Topic topic : topics) {
      producer.partitionsFor(prefix + topic.topicName());
    }
  }

  /** Sends one; it has arrived when {@link #flush} returns. */
  public void send(Event event) {
    send(event, UUID.randomUUID());
  }

  /** Sends one under this id: who says the same again says it under the same. */
  public void send(Event event, UUID id) {
    var record =
        new ProducerRecord<byte[], byte[]>(
            prefix + event.type().topic().topicName(),
            null,
            event.key().getBytes(UTF_8),
            json.writeValueAsBytes(event),
            headers(event, id));
    producer.send(
        record,
        (place, refused) -> {
          if (refused != null) {
            failure.set(refused);
          }
        });
  }

  private List<Header> headers(Event event, UUID id) {
    return List.of(
        header("ce_specversion", "1.0"),
        header("ce_id", id.toString()),
        header("ce_type", event.type().ceType()),
        header("ce_source", "/clipmeter/benchmarks"),
        header("ce_time", time),
        header("content-type", "application/json"),
        header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }

  /** Waits until the broker has acknowledged all; throws where it refused one. */
  public void flush() {
    producer.flush();
    Exception refused = failure.get();
    if (refused != null) {
      throw new IllegalStateException("the broker refused an event", refused);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
