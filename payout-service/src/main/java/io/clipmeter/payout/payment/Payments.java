package io.clipmeter.payout.payment;

import io.clipmeter.payout.payment.Ending.Failed;
import io.clipmeter.payout.payment.Ending.Paid;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import io.clipmeter.payout.request.PayoutRequests;
import io.clipmeter.payout.request.PayoutStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payout requests on their way out. A status changes by a condition on the one before. */
@Component
class Payments {
  private static final String FIND = "SELECT * FROM payout_request WHERE id = ANY(:ids::uuid[])";
  // In the order of their ids, so that two that send the same wait and never for each other. An
  // array, because a subquery that locks finds other rows when the plan asks it again.
  private static final String SEND =
      """
      UPDATE payout_request SET status = 'SENDING', channel = :channel, sent_at = :now
      WHERE id = ANY (ARRAY(SELECT id FROM payout_request
          WHERE status = 'APPROVED' AND method = :method AND currency = ANY(:currencies::text[])
              AND (:any OR id = ANY(:ids::uuid[]))
              AND money_may_leave(clipper_id, currency)
          ORDER BY id LIMIT :limit FOR UPDATE))
      RETURNING *
      """;
  // What may have been transferred before there were claims is claimed to be ended.
  private static final String SEND_BY_HAND =
      """
      UPDATE payout_request SET status = 'SENDING', channel = 'HAND', sent_at = :now, sent_by = :by
      WHERE id = :id AND status = 'APPROVED'
          AND (read_before_claims OR money_may_leave(clipper_id, currency))
      RETURNING *
      """;
  private static final String END =
      """
      UPDATE payout_request p
      SET status = e.status, closed_by = :by, closed_at = :now, reason = e.reason,
          transaction_id = e.transaction, unknown_since = NULL
      FROM unnest(:ids::uuid[], :statuses::text[], :reasons::text[], :transactions::text[])
          AS e (id, status, reason, transaction)
      WHERE p.id = e.id AND p.status = ANY(:from::text[])
      RETURNING p.*
      """;
  private static final String DOUBT =
      """
      UPDATE payout_request SET status = 'UNKNOWN', unknown_since = :now
      WHERE id = ANY(:ids::uuid[]) AND status = 'SENDING' RETURNING *
      """;
  private static final String UNDER_WAY =
      """
      UPDATE payout_request SET status = 'SENDING', unknown_since = NULL
      WHERE id = :id AND status = 'UNKNOWN'
      """;

  private final JdbcClient jdbc;

  Payments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PayoutRequest> find(Collection<UUID> ids) {
    return jdbc.sql(FIND).param("ids", texts(ids)).query(PayoutRequests::row).list();
  }

  /** Makes approved payouts sending ones, the oldest first; none of money that has to stay. */
  List<PayoutRequest> send(ToSend wanted, Channel channel, Instant now) {
    return jdbc.sql(SEND)
        .param("channel", channel.name())
        .param("method", wanted.method().name())
        .param("currencies", wanted.currencies().toArray(String[]::new))
        .param("any", wanted.ids().isEmpty())
        .param("ids", texts(wanted.ids()))
        .param("limit", wanted.most())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(PayoutRequests::row)
        .list();
  }

  /** Gives an approved payout to who pays it by hand; empty where it is none, or has to stay. */
  Optional<PayoutRequest> sendByHand(UUID id, String by, Instant now) {
    return jdbc.sql(SEND_BY_HAND)
        .param("id", id)
        .param("by", by)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(PayoutRequests::row)
        .optional();
  }

  /** Ends those that are in one of these states; gives those. */
  List<PayoutRequest> end(
      List<Ending> endings, Set<PayoutStatus> from, @Nullable String by, Instant now) {
    return jdbc.sql(END)
        .param("ids", texts(endings.stream().map(Ending::payoutId).toList()))
        .param("statuses", texts(endings, ending -> status(ending).name()))
        .param("reasons", texts(endings, Payments::reason))
        .param("transactions", texts(endings, Payments::transaction))
        .param("from", from.stream().map(PayoutStatus::name).toArray(String[]::new))
        .param("by", by)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(PayoutRequests::row)
        .list();
  }

  /** Makes sending payouts ones that nobody knows about; gives those. */
  List<PayoutRequest> doubt(List<UUID> ids, Instant now) {
    return jdbc.sql(DOUBT)
        .param("ids", texts(ids))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(PayoutRequests::row)
        .list();
  }

  /** Makes a payout that nobody knew about a sending one again. */
  void underWay(UUID id) {
    jdbc.sql(UNDER_WAY).param("id", id).update();
  }

  private static PayoutStatus status(Ending ending) {
    return switch (ending) {
      case Paid _ -> PayoutStatus.PAID;
      case Failed _ -> PayoutStatus.FAILED;
    };
  }

  private static @Nullable String reason(Ending ending) {
    return switch (ending) {
      case Paid _ -> null;
      case Failed failed -> failed.reason();
    };
  }

  private static @Nullable String transaction(Ending ending) {
    return switch (ending) {
      case Paid paid -> paid.transactionId();
      case Failed _ -> null;
    };
  }

  private static @Nullable String[] texts(
      List<Ending> endings, Function<Ending, @Nullable String> part) {
    return endings.stream().map(part).toArray(String[]::new);
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
