package io.clipmeter.payout.request;

import io.clipmeter.payout.details.PayoutMethod;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which payout requests are meant; null stands for any.
 *
 * @param from asked for at this instant or later
 * @param until asked for before this instant
 */
public record PayoutFilter(
    @Nullable String clipperId,
    @Nullable PayoutStatus status,
    @Nullable String currency,
    @Nullable PayoutMethod method,
    @Nullable Instant from,
    @Nullable Instant until) {

  /** The conditions, each beginning with {@code AND}; only those that there are. */
  public String conditions() {
    return (clipperId == null ? "" : " AND clipper_id = :clipper")
        + (status == null ? "" : " AND status = :status")
        + (currency == null ? "" : " AND currency = :currency")
        + (method == null ? "" : " AND method = :method")
        + (from == null ? "" : " AND requested_at >= :from")
        + (until == null ? "" : " AND requested_at < :until");
  }

  /** What the conditions compare with. */
  public Map<String, Object> values() {
    Map<String, Object> values = new TreeMap<>();
    put(values, "clipper", clipperId);
    put(values, "status", status == null ? null : status.name());
    put(values, "currency", currency);
    put(values, "method", method == null ? null : method.name());
    put(values, "from", from == null ? null : from.atOffset(ZoneOffset.UTC));
    put(values, "until", until == null ? null : until.atOffset(ZoneOffset.UTC));
    return values;
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}
