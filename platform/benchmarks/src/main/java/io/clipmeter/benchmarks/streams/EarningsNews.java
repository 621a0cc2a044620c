package io.clipmeter.benchmarks.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.benchmarks.streams.RoundSettlement.Read;
import io.clipmeter.events.Amount;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.Event;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import tools.jackson.databind.json.JsonMapper;

/** The events that the service tells, in the same form. */
final class EarningsNews {
  private final JsonMapper json;
  private final ProcessorContext<byte[], byte[]> context;

  EarningsNews(JsonMapper json, ProcessorContext<byte[], byte[]> context) {
    this.json = json;
    this.context = context;
  }

  void accrued(UUID campaign, UUID round, Read read, long amount, Cpm cpm, boolean rationed) {
    // Round and clip are random; so is what differs of both.
    UUID id =
        new UUID(
            round.getMostSignificantBits() ^ read.clip().getMostSignificantBits(),
            round.getLeastSignificantBits() ^ read.clip().getLeastSignificantBits());
    String currency = cpm.currency().getCurrencyCode();
    tell(
        id,
        new EarningsAccrued(
            id,
            campaign,
            read.clip(),
            read.before().clipperId(),
            round,
            Amount.of(Money.ofMicros(amount, currency)),
            Amount.of(Money.ofMicros(read.before().accruedMicros() + amount, currency)),
            read.before().high(),
            read.after().high(),
            Amount.of(cpm),
            rationed,
            now(),
            null));
  }

  void finalized(UUID campaign, UUID clip, ClipRow row) {
    Amount earned = Amount.of(Money.ofMicros(row.accruedMicros(), "USD"));
    tell(clip, new EarningsFinalized(clip, campaign, row.clipperId(), earned, row.high(), now()));
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  private void tell(UUID id, Event event) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_specversion", "1.0".getBytes(UTF_8));
    headers.add("ce_id", id.toString().getBytes(UTF_8));
    headers.add("ce_type", event.type().ceType().getBytes(UTF_8));
    headers.add("ce_source", "/clipmeter/benchmarks".getBytes(UTF_8));
    headers.add("ce_time", now().toString().getBytes(UTF_8));
    headers.add("content-type", "application/json".getBytes(UTF_8));
    byte[] key = event.key().getBytes(UTF_8);
    context.forward(
        new Record<>(key, json.writeValueAsBytes(event), context.currentSystemTimeMs(), headers));
  }
}
