package io.clipmeter.payout.gauge;

import io.clipmeter.payout.request.PayoutStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How all payout requests stand together. */
@Component
class Standings {
  // Of the closed ones there are more and more: nothing here reads them.
  static final String COUNT =
      """
      SELECT status, count(*) AS requests FROM payout_request
      WHERE status IN ('REQUESTED', 'APPROVED', 'SENDING', 'UNKNOWN') GROUP BY status
      """;
  static final String OLDEST_UNKNOWN =
      "SELECT min(unknown_since) FROM payout_request WHERE status = 'UNKNOWN'";
  static final String OLDEST_SENDING =
      "SELECT min(sent_at) FROM payout_request WHERE status = 'SENDING'";
  static final String OLDEST_APPROVED =
      "SELECT min(approved_at) FROM payout_request WHERE status = 'APPROVED'";
  static final String CONTRADICTED = "SELECT count(*) FROM contradiction";
  private static final String STOPS = "SELECT count(*) FROM payout_stop WHERE lifted_at IS NULL";

  private final JdbcClient jdbc;

  Standings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many there are of each status that is not an end; none of those of which there are 0. */
  Map<PayoutStatus, Long> countByStatus() {
    Map<PayoutStatus, Long> counts = new EnumMap<>(PayoutStatus.class);
    jdbc.sql(COUNT)
        .query(
            row -> {
              counts.put(PayoutStatus.valueOf(row.getString("status")), row.getLong("requests"));
            });
    return counts;
  }

  /** Since when nobody knows about the one that is in doubt for the longest. */
  Optional<Instant> oldestUnknown() {
    return instant(OLDEST_UNKNOWN);
  }

  /** Since when the one is on its way that is so for the longest. */
  Optional<Instant> oldestSending() {
    return instant(OLDEST_SENDING);
  }

  /** Since when the one is approved and not sent that is so for the longest. */
  Optional<Instant> oldestApproved() {
    return instant(OLDEST_APPROVED);
  }

  /** Closed payouts of which PayPal says the contrary, which nobody has taken note of. */
  long contradicted() {
    return jdbc.sql(CONTRADICTED).query(Long.class).single();
  }

  /** How many stops stand. */
  long stops() {
    return jdbc.sql(STOPS).query(Long.class).single();
  }

  private Optional<Instant> instant(String sql) {
    return jdbc.sql(sql)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }
}
