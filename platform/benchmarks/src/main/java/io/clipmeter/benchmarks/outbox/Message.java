package io.clipmeter.benchmarks.outbox;

import io.clipmeter.events.Amount;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EventType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it leaves a service.
 *
 * @param value JSON
 */
record Message(String id, String key, String value) {
  private static final int CLIPPERS = 500;
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final Amount PRICE = new Amount("2.50", "USD");
  private static final JsonMapper JSON = new JsonMapper();

  /** So many accruals of a few hundred clippers; the same seed makes the same ones. */
  static List<Message> random(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> accrual(random)).limit(count).toList();
  }

  private static Message accrual(SplittableRandom random) {
    UUID id = uuid(random);
    long views = random.nextLong(1, 1_000_000);
    Amount amount = new Amount("0." + random.nextInt(100_000, 1_000_000), "USD");
    String clipper = "clipper-" + random.nextInt(CLIPPERS);
    EarningsAccrued event =
        new EarningsAccrued(
            id,
            uuid(random),
            uuid(random),
            clipper,
            uuid(random),
            amount,
            new Amount("1234.567891", "USD"),
            views,
            views + 1_000,
            PRICE,
            false,
            NOW,
            null);
    return new Message(id.toString(), event.key(), JSON.writeValueAsString(event));
  }

  private static UUID uuid(SplittableRandom random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** What the outbox puts beside each event. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id);
    headers.put("ce_type", EventType.EARNINGS_ACCRUED.ceType());
    headers.put("ce_source", "/clipmeter/earnings");
    headers.put("ce_time", NOW.toString());
    headers.put("content-type", "application/json");
    headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
    return headers;
  }

  String headersJson() {
    return JSON.writeValueAsString(headers());
  }
}
