package io.clipmeter.payout.request;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.request.PayoutRequest.Approval;
import io.clipmeter.payout.request.PayoutRequest.Closing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All payout requests. A status changes by a condition on the one before: two cannot both win. */
@Component
public class PayoutRequests {
  private static final String INSERT =
      """
      INSERT INTO payout_request (id, clipper_id, currency, amount_micros, minor_unit_micros,
          method, details_masked, status, requested_at)
      VALUES (:id, :clipper, :currency, :amount, :minorUnit, :method, :masked, :status, :at)
      """;
  private static final String FIND = "SELECT * FROM payout_request WHERE id = :id";
  private static final String FIND_OWN = FIND + " AND clipper_id = :clipper";
  private static final String IN_FLIGHT =
      """
      SELECT id FROM payout_request WHERE clipper_id = :clipper AND currency = :currency
          AND status IN ('REQUESTED', 'APPROVED', 'SENDING', 'UNKNOWN')
      """;
  private static final String LIST = "SELECT * FROM payout_request WHERE id < :before";
  private static final String OF_CLIPPER = " AND clipper_id = :clipper";
  private static final String OF_STATUS = " AND status = :status";
  private static final String NEWEST_FIRST = " ORDER BY id DESC LIMIT :limit";
  private static final String APPROVE =
      """
      UPDATE payout_request SET status = 'APPROVED', approved_by = :by, approved_at = :at
      WHERE id = :id AND status = 'REQUESTED' RETURNING *
      """;
  private static final String CLOSE =
      """
      UPDATE payout_request SET status = :to, closed_by = :by, closed_at = :at, reason = :reason,
          transaction_id = :transaction
      WHERE id = :id AND status = ANY(:from::text[]) RETURNING *
      """;
  private static final String COUNT =
      "SELECT status, count(*) AS requests FROM payout_request GROUP BY status";

  private final JdbcClient jdbc;

  PayoutRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(PayoutRequest payout) {
    jdbc.sql(INSERT)
        .param("id", payout.id())
        .param("clipper", payout.clipperId())
        .param("currency", payout.amount().currency().getCurrencyCode())
        .param("amount", payout.amount().micros())
        .param("minorUnit", payout.amount().minorUnit().micros())
        .param("method", payout.method().name())
        .param("masked", payout.maskedDetails())
        .param("status", payout.status().name())
        .param("at", payout.requestedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whoever's it is. */
  public Optional<PayoutRequest> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(PayoutRequests::row).optional();
  }

  /** Only where it is this clipper's. */
  Optional<PayoutRequest> findOwn(UUID id, String clipperId) {
    return jdbc.sql(FIND_OWN)
        .param("id", id)
        .param("clipper", clipperId)
        .query(PayoutRequests::row)
        .optional();
  }

  /** The request that is not closed, of which there is one at most. */
  Optional<UUID> inFlight(String clipperId, Money amount) {
    return jdbc.sql(IN_FLIGHT)
        .param("clipper", clipperId)
        .param("currency", amount.currency().getCurrencyCode())
        .query(UUID.class)
        .optional();
  }

  /** Everybody's, newest first. */
  public List<PayoutRequest> page(@Nullable PayoutStatus status, PageQuery page) {
    return list(null, status, page);
  }

  /** One clipper's, newest first. */
  List<PayoutRequest> pageOf(String clipperId, @Nullable PayoutStatus status, PageQuery page) {
    return list(clipperId, status, page);
  }

  /** Makes a requested payout an approved one; empty where it is not requested. */
  public Optional<PayoutRequest> approve(UUID id, Approval approval) {
    return jdbc.sql(APPROVE)
        .param("id", id)
        .param("by", approval.by())
        .param("at", approval.at().atOffset(ZoneOffset.UTC))
        .query(PayoutRequests::row)
        .optional();
  }

  /**
   * Ends a payout that is in one of these states; empty where it is in another.
   *
   * @throws org.springframework.dao.DuplicateKeyException where the transaction has paid another
   *     request
   */
  public Optional<PayoutRequest> close(
      UUID id, Set<PayoutStatus> from, PayoutStatus to, Closing closing) {
    return jdbc.sql(CLOSE)
        .param("id", id)
        .param("from", from.stream().map(PayoutStatus::name).toArray(String[]::new))
        .param("to", to.name())
        .param("by", closing.by())
        .param("at", closing.at().atOffset(ZoneOffset.UTC))
        .param("reason", closing.reason())
        .param("transaction", closing.transactionId())
        .query(PayoutRequests::row)
        .optional();
  }

  Map<PayoutStatus, Long> countByStatus() {
    Map<PayoutStatus, Long> counts = new EnumMap<>(PayoutStatus.class);
    jdbc.sql(COUNT)
        .query(
            row -> {
              counts.put(PayoutStatus.valueOf(row.getString("status")), row.getLong("requests"));
            });
    return counts;
  }

  private List<PayoutRequest> list(
      @Nullable String clipperId, @Nullable PayoutStatus status, PageQuery page) {
    String sql =
        LIST
            + (clipperId == null ? "" : OF_CLIPPER)
            + (status == null ? "" : OF_STATUS)
            + NEWEST_FIRST;
    var query = jdbc.sql(sql).param("before", page.before()).param("limit", page.limit());
    if (clipperId != null) {
      query.param("clipper", clipperId);
    }
    if (status != null) {
      query.param("status", status.name());
    }
    return query.query(PayoutRequests::row).list();
  }

  private static PayoutRequest row(ResultSet row, int number) throws SQLException {
    return new PayoutRequest(
        row.getObject("id", UUID.class),
        row.getString("clipper_id"),
        Money.ofMicros(row.getLong("amount_micros"), row.getString("currency")),
        PayoutMethod.valueOf(row.getString("method")),
        row.getString("details_masked"),
        PayoutStatus.valueOf(row.getString("status")),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        approval(row),
        closing(row));
  }

  private static @Nullable Approval approval(ResultSet row) throws SQLException {
    Instant at = instant(row, "approved_at");
    return at == null ? null : new Approval(row.getString("approved_by"), at);
  }

  private static @Nullable Closing closing(ResultSet row) throws SQLException {
    Instant at = instant(row, "closed_at");
    return at == null
        ? null
        : new Closing(
            row.getString("closed_by"),
            at,
            row.getString("reason"),
            row.getString("transaction_id"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
