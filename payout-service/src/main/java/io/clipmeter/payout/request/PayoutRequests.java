package io.clipmeter.payout.request;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.request.PayoutRequest.Approval;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import io.clipmeter.payout.request.PayoutRequest.Closing;
import io.clipmeter.payout.request.PayoutRequest.Sending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
          method, details_masked, status, requested_at, two_approvers)
      VALUES (:id, :clipper, :currency, :amount, :minorUnit, :method, :masked, :status, :at, :two)
      """;
  private static final String FIND = "SELECT * FROM payout_request WHERE id = :id";
  private static final String FIND_OWN = FIND + " AND clipper_id = :clipper";
  private static final String IN_FLIGHT =
      """
      SELECT id FROM payout_request WHERE clipper_id = :clipper AND currency = :currency
          AND status IN ('REQUESTED', 'APPROVED', 'SENDING', 'UNKNOWN')
      """;
  private static final String FROZEN = "SELECT money_is_stopped(:clipper, :currency)";
  private static final String LIST = "SELECT * FROM payout_request WHERE id < :before";
  private static final String NEWEST_FIRST = " ORDER BY id DESC LIMIT :limit";
  private static final String APPROVE =
      """
      UPDATE payout_request SET status = 'APPROVED', approved_by = :by, approved_at = :at
      WHERE id = :id AND status = 'REQUESTED' RETURNING *
      """;
  private static final String APPROVE_FIRST =
      """
      UPDATE payout_request SET first_approved_by = :by, first_approved_at = :at
      WHERE id = :id AND status = 'REQUESTED' AND first_approved_by IS NULL RETURNING *
      """;
  private static final String CLOSE =
      """
      UPDATE payout_request SET status = :to, closed_by = :by, closed_at = :at, reason = :reason,
          transaction_id = :transaction
      WHERE id = :id AND status = ANY(:from::text[]) RETURNING *
      """;
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
        .param("two", payout.twoApprovers())
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

  /**
   * Whether the clipper's money in this currency is in question or stopped: nothing leaves then.
   */
  public boolean frozen(String clipperId, Money amount) {
    return jdbc.sql(FROZEN)
        .param("clipper", clipperId)
        .param("currency", amount.currency().getCurrencyCode())
        .query(Boolean.class)
        .single();
  }

  /** The statement of a page, whose plan has to be one that grows with the page alone. */
  public static String listOf(PayoutFilter filter) {
    return LIST + filter.conditions() + NEWEST_FIRST;
  }

  /** Those that are meant, newest first. */
  public List<PayoutRequest> page(PayoutFilter filter, PageQuery page) {
    return jdbc.sql(listOf(filter))
        .params(filter.values())
        .param("before", page.before())
        .param("limit", page.limit())
        .query(PayoutRequests::row)
        .list();
  }

  /** Notes the first of two approvals; empty where it is not requested, or has one. */
  public Optional<PayoutRequest> approveFirst(UUID id, Approval approval) {
    return approve(APPROVE_FIRST, id, approval);
  }

  /** Makes a requested payout an approved one; empty where it is not requested. */
  public Optional<PayoutRequest> approve(UUID id, Approval approval) {
    return approve(APPROVE, id, approval);
  }

  private Optional<PayoutRequest> approve(String sql, UUID id, Approval approval) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("by", approval.by())
        .param("at", approval.at().atOffset(ZoneOffset.UTC))
        .query(PayoutRequests::row)
        .optional();
  }

  /** Ends a payout that is in one of these states; empty where it is in another. */
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

  /** Reads a row of {@code payout_request}. */
  public static PayoutRequest row(ResultSet row, int number) throws SQLException {
    return new PayoutRequest(
        row.getObject("id", UUID.class),
        row.getString("clipper_id"),
        Money.ofMicros(row.getLong("amount_micros"), row.getString("currency")),
        new PayoutMethod(row.getString("method")),
        row.getString("details_masked"),
        PayoutStatus.valueOf(row.getString("status")),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("two_approvers"),
        approval(row, "first_approved"),
        approval(row, "approved"),
        sending(row),
        closing(row));
  }

  private static @Nullable Approval approval(ResultSet row, String which) throws SQLException {
    Instant at = instant(row, which + "_at");
    return at == null ? null : new Approval(row.getString(which + "_by"), at);
  }

  private static @Nullable Sending sending(ResultSet row) throws SQLException {
    Instant at = instant(row, "sent_at");
    return at == null
        ? null
        : new Sending(Channel.valueOf(row.getString("channel")), at, row.getString("sent_by"));
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
