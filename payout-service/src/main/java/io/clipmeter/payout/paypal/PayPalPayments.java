package io.clipmeter.payout.paypal;

import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What PayPal was asked to pay. */
@Component
class PayPalPayments {
  private static final String BEGIN =
      """
      INSERT INTO paypal_payment (payout_id, begun_at, heard_at, ask_at)
      SELECT payout_id, :now, :now, :now FROM unnest(:payouts::uuid[]) AS sent (payout_id)
      """;
  // Without an id of PayPal's a call is an order, so it is made for open payouts only, and only
  // while PayPal recognizes the order. Whether it is answered or not, it may have arrived. One that
  // cannot have arrived yet is not made while its money has to stay. What is closed comes last.
  // What another account has, or may have, is neither ordered nor asked for; nor is it ordered
  // where it may have arrived and nobody knows in which account. Who is being called about has no
  // time to be asked at, but for news; where nobody has answered in time, the call is made again.
  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
          SELECT d.payout_id, d.doubt AS doubt_before, p.currency, p.amount_micros, p.closed_at
          FROM paypal_payment d JOIN payout_request p ON p.id = d.payout_id
          WHERE d.busy_until <= :now AND (d.ask_at <= :now OR d.ask_at IS NULL AND d.busy_until > '-infinity')
              AND (d.account = :account OR d.account IS NULL AND (d.batch_id IS NOT NULL OR NOT d.doubt))
              AND (d.batch_id IS NOT NULL
                  OR p.status IN ('SENDING', 'UNKNOWN')
                      AND (d.doubt OR money_may_leave(p.clipper_id, p.currency))
                      AND d.begun_at > :recognized)
          ORDER BY p.closed_at IS NOT NULL, coalesce(d.ask_at, d.busy_until) LIMIT :limit FOR UPDATE OF d SKIP LOCKED)
      UPDATE paypal_payment y
      SET calls = y.calls + 1, busy_until = :busy, ask_at = NULL, doubt = y.doubt OR y.batch_id IS NULL,
          account = CASE WHEN y.batch_id IS NULL THEN :account ELSE y.account END
      FROM due WHERE y.payout_id = due.payout_id
      RETURNING y.payout_id, y.begun_at, y.batch_id, y.calls, due.doubt_before, due.currency,
          due.amount_micros, due.closed_at
      """;
  // Where there was news during the call it is made again at once. What did not arrive for certain
  // may be ordered from any account.
  private static final String ANSWER =
      """
      UPDATE paypal_payment SET batch_id = coalesce(batch_id, :batch), doubt = :doubt,
          account = CASE WHEN :doubt OR coalesce(batch_id, :batch) IS NOT NULL THEN account END,
          busy_until = '-infinity', ask_at = least(ask_at, :ask), item_status = coalesce(:item, item_status),
          last_answer = :answer, heard_at = coalesce(:heard, heard_at)
      WHERE payout_id = :payout AND calls = :calls
      """;
  // Not while a call is under way, which may bring the answer. The other rows' time comes, too.
  private static final String SILENT =
      """
      SELECT d.payout_id FROM paypal_payment d JOIN payout_request p ON p.id = d.payout_id
      WHERE p.status = 'SENDING' AND d.busy_until <= :now
          AND CASE WHEN d.batch_id IS NULL THEN d.begun_at <= :recognized
              ELSE d.heard_at <= :heard END
      ORDER BY d.payout_id LIMIT :limit FOR UPDATE OF d SKIP LOCKED
      """;
  // Told of once, until something else is said of it.
  private static final String ELSEWHERE =
      """
      UPDATE paypal_payment SET last_answer = :answer
      WHERE payout_id = ANY (ARRAY(
          SELECT d.payout_id FROM paypal_payment d JOIN payout_request p ON p.id = d.payout_id
          WHERE p.status IN ('SENDING', 'UNKNOWN') AND d.busy_until <= :now
              AND (d.account <> :account OR d.account IS NULL AND d.batch_id IS NULL AND d.doubt)
              AND d.last_answer IS DISTINCT FROM :answer
          ORDER BY d.payout_id LIMIT :limit FOR UPDATE OF d SKIP LOCKED))
      RETURNING payout_id
      """;
  // For certain never ordered: no call is under way, and none was begun that was not refused. Who
  // takes it for a call meanwhile makes it a doubt, which is looked at again under the lock.
  private static final String GIVE_UP =
      """
      UPDATE paypal_payment SET ask_at = NULL, last_answer = :answer
      WHERE payout_id = ANY (ARRAY(
          SELECT d.payout_id FROM paypal_payment d JOIN payout_request p ON p.id = d.payout_id
          WHERE p.status = 'SENDING' AND d.batch_id IS NULL AND NOT d.doubt AND d.busy_until <= :now
              AND d.begun_at <= :begun AND NOT money_may_leave(p.clipper_id, p.currency)
          ORDER BY d.payout_id LIMIT :limit FOR UPDATE OF d SKIP LOCKED))
      RETURNING payout_id
      """;
  // An answer to a call that is under way, which did not know of the batch, is not heard any more.
  // A batch is of one payout.
  private static final String NAME_BATCH =
      """
      UPDATE paypal_payment SET batch_id = :batch, calls = calls + 1, busy_until = '-infinity'
      WHERE payout_id = :payout AND batch_id IS NULL
          AND NOT EXISTS (SELECT FROM paypal_payment WHERE batch_id = :batch)
      """;
  private static final String ASK_NOW =
      "UPDATE paypal_payment SET ask_at = :now WHERE payout_id = :payout";
  private static final String STOP =
      """
      UPDATE paypal_payment SET busy_until = '-infinity',
          ask_at = CASE WHEN batch_id IS NOT NULL THEN :ask::timestamptz END
      WHERE payout_id = :payout AND busy_until <= :now
          AND (batch_id IS NOT NULL OR begun_at <= :recognized OR doubt AND account IS NULL)
      """;

  /**
   * What to keep of an answer.
   *
   * @param batchId null where it was not said
   * @param askAt when to ask again, or sooner where there was news during the call; null where
   *     there is nothing to ask
   * @param heardAt when PayPal said how the payment stands; null where it did not
   * @param itemStatus null where it was not said
   */
  record Kept(
      @Nullable String batchId,
      boolean doubt,
      @Nullable Instant askAt,
      @Nullable Instant heardAt,
      @Nullable String itemStatus,
      String answer) {}

  private final JdbcClient jdbc;

  PayPalPayments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes payouts that have become SENDING in this transaction. */
  void begin(List<UUID> payouts, Instant now) {
    jdbc.sql(BEGIN)
        .param("payouts", payouts.stream().map(UUID::toString).toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Takes payments that PayPal is to be called about, for one call each; nobody else gets them
   * before {@code busyUntil}.
   *
   * @param account that is called: only what it has, or nobody may have
   * @param recognized PayPal recognizes orders that were begun after this instant
   */
  List<PayPalPayment> claim(
      int most, String account, Instant now, Instant busyUntil, Instant recognized) {
    return jdbc.sql(CLAIM)
        .param("account", account)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("busy", busyUntil.atOffset(ZoneOffset.UTC))
        .param("recognized", recognized.atOffset(ZoneOffset.UTC))
        .param("limit", most)
        .query(PayPalPayments::row)
        .list();
  }

  /** Keeps an answer; false where a later call was begun since, which this one says nothing of. */
  boolean answer(PayPalPayment payment, Kept kept) {
    return jdbc.sql(ANSWER)
            .param("batch", kept.batchId())
            .param("doubt", kept.doubt())
            .param("ask", utc(kept.askAt()))
            .param("heard", utc(kept.heardAt()))
            .param("item", kept.itemStatus())
            .param("answer", kept.answer())
            .param("payout", payment.payoutId())
            .param("calls", payment.calls())
            .update()
        > 0;
  }

  /**
   * Payouts that are SENDING though nothing of them will be heard by itself, locked.
   *
   * @param heardBefore PayPal, which has the order, last said before this instant how it stands
   * @param recognized the order was begun before this instant and is not made any more
   */
  List<UUID> silent(int most, Instant now, Instant heardBefore, Instant recognized) {
    return jdbc.sql(SILENT)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("heard", heardBefore.atOffset(ZoneOffset.UTC))
        .param("recognized", recognized.atOffset(ZoneOffset.UTC))
        .param("limit", most)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /**
   * Open payouts that another account has or may have, or nobody knows which, each once, locked.
   *
   * @param answer what is kept of it
   * @param account the one that is called
   */
  List<UUID> elsewhere(int most, String answer, String account, Instant now) {
    return jdbc.sql(ELSEWHERE)
        .param("answer", answer)
        .param("account", account)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", most)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /**
   * Ends all asking about payouts that were for certain never ordered and whose money has to stay.
   *
   * @param begunBefore they became SENDING before this instant
   */
  List<UUID> giveUp(int most, String answer, Instant now, Instant begunBefore) {
    return jdbc.sql(GIVE_UP)
        .param("answer", answer)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("begun", begunBefore.atOffset(ZoneOffset.UTC))
        .param("limit", most)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Keeps PayPal's id of an order whose answer did not come, so that it is asked for by that. */
  void nameBatch(UUID payoutId, String batchId) {
    jdbc.sql(NAME_BATCH).param("payout", payoutId).param("batch", batchId).update();
  }

  /** Has PayPal asked at the next opportunity. */
  void askNow(UUID payoutId, Instant now) {
    jdbc.sql(ASK_NOW).param("payout", payoutId).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  /**
   * Ends the ordering; false where a call is under way or the order would still be sent.
   *
   * @param askAt when PayPal is asked next about an order that it has
   */
  boolean stop(UUID payoutId, Instant now, Instant askAt, Instant recognized) {
    return jdbc.sql(STOP)
            .param("payout", payoutId)
            .param("ask", askAt.atOffset(ZoneOffset.UTC))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("recognized", recognized.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static PayPalPayment row(ResultSet row, int number) throws SQLException {
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    return new PayPalPayment(
        row.getObject("payout_id", UUID.class),
        Money.ofMicros(row.getLong("amount_micros"), row.getString("currency")),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        row.getString("batch_id"),
        row.getBoolean("doubt_before"),
        closedAt == null ? null : closedAt.toInstant(),
        row.getInt("calls"));
  }
}
