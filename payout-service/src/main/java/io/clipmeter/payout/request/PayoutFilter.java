package io.clipmeter.payout.request;

import io.clipmeter.payout.details.PayoutMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
  // As the database has it: payout_request_id_of_its_time.
  private static final Duration APART = Duration.ofDays(1);
  private static final int MILLIS_AT = 16;

  /**
   * The conditions, each beginning with {@code AND}; only those that there are. Ids sort by the
   * time they were made at, so they bound what has to be read in the order of the ids.
   */
  public String conditions() {
    return (clipperId == null ? "" : " AND clipper_id = :clipper")
        + (status == null ? "" : " AND status = :status")
        + (currency == null ? "" : " AND currency = :currency")
        + (method == null ? "" : " AND method = :method")
        + (from == null ? "" : " AND requested_at >= :from AND id >= :fromId")
        + (until == null ? "" : " AND requested_at < :until AND id < :untilId");
  }

  /** As {@link #conditions} of tables that keep what was asked for by the day; of all clippers. */
  public String conditionsOfDays() {
    return (status == null ? "" : " AND status = :status")
        + (currency == null ? "" : " AND currency = :currency")
        + (method == null ? "" : " AND method = :method")
        + (from == null ? "" : " AND day >= (:from AT TIME ZONE 'UTC')::date")
        + (until == null ? "" : " AND day < (:until AT TIME ZONE 'UTC')::date");
  }

  /** The same of another time. */
  public PayoutFilter between(@Nullable Instant from, @Nullable Instant until) {
    return new PayoutFilter(clipperId, status, currency, method, from, until);
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
    put(values, "fromId", from == null ? null : madeAt(from.minus(APART)));
    put(values, "untilId", until == null ? null : madeAt(until.plus(APART)));
    return values;
  }

  /** The least id of this millisecond. */
  private static UUID madeAt(Instant at) {
    return new UUID(Math.max(0, at.toEpochMilli()) << MILLIS_AT, 0);
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}
