package io.clipmeter.payout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.testing.Engines;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Says what the earnings service says, and what it never should. */
public final class EarningsTopic implements AutoCloseable {
  /** A record: its headers that matter, its key and its value. */
  public record Said(String id, String type, String key, byte[] value) {
    /** The same value under another event id. */
    public Said as(UUID otherId) {
      return new Said(otherId.toString(), type, key, value);
    }
  }

  // As much as there can be, so that whoever takes it for the amount is found out.
  private static final String CLIP_TOTAL = "9223372036854.775807";

  private final KafkaProducer<byte[], byte[]> kafka;

  public EarningsTopic(Engines engines) {
    kafka =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, engines.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public static Said accrual(UUID id, String clipper, String amount, String currency) {
    String value =
        """
        {"accrualId":"%s","campaignId":"%s","clipId":"%s","clipperId":"%s","roundId":"%s",
         "amount":{"amount":"%s","currency":"%s"},"clipTotal":{"amount":"%s","currency":"%s"},
         "viewsBefore":0,"viewsAfter":1000,"cpm":{"amount":"2.50","currency":"%s"},
         "rationed":false,"accruedAt":"2026-03-01T12:00:00Z","addedLater":true}\
        """
            .formatted(
                id,
                UUID.randomUUID(),
                UUID.randomUUID(),
                clipper,
                UUID.randomUUID(),
                amount,
                currency,
                CLIP_TOTAL,
                currency,
                currency);
    return new Said(
        id.toString(), EventType.EARNINGS_ACCRUED.ceType(), clipper, value.getBytes(UTF_8));
  }

  /** What an accrual says that is payable later. */
  public static Said pending(UUID id, String clipper, String amount, String payableAt) {
    Said plain = accrual(id, clipper, amount, "USD");
    String value =
        new String(plain.value(), UTF_8)
            .replace("\"addedLater\":true", "\"payableAt\":\"" + payableAt + "\"");
    return new Said(plain.id(), plain.type(), plain.key(), value.getBytes(UTF_8));
  }

  /** What the earnings service says of an adjustment, a hold or its end. */
  public static Said correction(
      EventType type, UUID id, String clipper, String amount, String rest) {
    String name = type == EventType.EARNINGS_ADJUSTED ? "adjustmentId" : "holdId";
    String value =
        """
        {"%s":"%s","campaignId":"%s","clipId":"%s","clipperId":"%s",
         "amount":{"amount":"%s","currency":"USD"},%s}\
        """
            .formatted(name, id, UUID.randomUUID(), UUID.randomUUID(), clipper, amount, rest);
    return new Said(UUID.randomUUID().toString(), type.ceType(), clipper, value.getBytes(UTF_8));
  }

  /** The same accrual at another time. */
  public static Said at(String time, Said accrual) {
    String value = new String(accrual.value(), UTF_8).replace("2026-03-01T12:00:00Z", time);
    return new Said(accrual.id(), accrual.type(), accrual.key(), value.getBytes(UTF_8));
  }

  /**
   * What the earnings service says that a clipper's dollars of a minute come to.
   *
   * @param figures accrued, adjusted, held and released
   */
  public static Said stated(String clipper, String minute, int facts, String... figures) {
    String value =
        """
        {"clipperId":"%s","minute":"%s","facts":%d,
         "accrued":{"amount":"%s","currency":"USD"},"adjusted":{"amount":"%s","currency":"USD"},
         "held":{"amount":"%s","currency":"USD"},"released":{"amount":"%s","currency":"USD"},
         "statedAt":"2026-03-02T00:00:00Z"}\
        """
            .formatted(clipper, minute, facts, figures[0], figures[1], figures[2], figures[3]);
    return new Said(
        UUID.randomUUID().toString(),
        EventType.EARNINGS_STATED.ceType(),
        clipper,
        value.getBytes(UTF_8));
  }

  /** What the earnings service questions: a clipper's earnings, or everybody's where it is null. */
  public static Said questioned(UUID finding, @Nullable String clipper, String currency) {
    String whose = clipper == null ? "null" : "\"" + clipper + "\"";
    String value =
        """
        {"findingId":"%s","campaignId":null,"clipperId":%s,"currency":"%s","finding":"CLIPS",
         "questionedAt":"2026-03-02T00:00:00Z"}\
        """
            .formatted(finding, whose, currency);
    return new Said(
        UUID.randomUUID().toString(),
        EventType.EARNINGS_QUESTIONED.ceType(),
        clipper == null ? currency : clipper,
        value.getBytes(UTF_8));
  }

  public void say(Said... records) {
    for (Said said : records) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(
              Topic.EARNINGS.topicName(), said.key().getBytes(UTF_8), said.value());
      record
          .headers()
          .add("ce_specversion", "1.0".getBytes(UTF_8))
          .add("ce_id", said.id().getBytes(UTF_8))
          .add("ce_type", said.type().getBytes(UTF_8))
          .add("ce_source", "/clipmeter/earnings".getBytes(UTF_8))
          .add("ce_time", "2026-03-01T12:00:00Z".getBytes(UTF_8));
      kafka.send(record);
    }
    kafka.flush();
  }

  @Override
  public void close() {
    kafka.close();
  }
}
