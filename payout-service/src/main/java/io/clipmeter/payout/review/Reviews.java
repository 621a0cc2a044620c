package io.clipmeter.payout.review;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import io.clipmeter.payout.request.PayoutFilter;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequests;
import io.clipmeter.payout.request.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payout requests beside what their clippers have, for admins. */
@Component
class Reviews {
  // No less than an amount can be, as a balance says it.
  private static final String FUNDS =
      """
      SELECT p.id, p.currency, money_is_stopped(p.clipper_id, p.currency) AS frozen,
          greatest(b.earned_micros::numeric - b.taken_back_micros - b.held_micros - b.reserved_micros - b.paid_micros,
              -9223372036854775808)::bigint AS available
      FROM payout_request p JOIN balance b ON (b.clipper_id, b.currency) = (p.clipper_id, p.currency)
      WHERE p.id = ANY(:ids::uuid[])
      """;

  private final JdbcClient jdbc;
  private final PayoutRequests requests;

  Reviews(JdbcClient jdbc, PayoutRequests requests) {
    this.jdbc = jdbc;
    this.requests = requests;
  }

  /** Whoever's it is, or throws the refusal's problem. */
  PayoutRequest find(UUID id) {
    return requests.find(id).orElseThrow(() -> new Refusal.NotFound().problem());
  }

  /** Those that are meant, newest first. */
  List<ReviewView> page(PayoutFilter filter, PageQuery page) {
    List<PayoutRequest> found = requests.page(filter, page);
    Map<UUID, Funds> funds = funds(found.stream().map(PayoutRequest::id).toList());
    return found.stream().map(payout -> ReviewView.of(payout, funds.get(payout.id()))).toList();
  }

  /** Of each of these payouts. */
  Map<UUID, Funds> funds(List<UUID> payouts) {
    Map<UUID, Funds> funds = new HashMap<>();
    jdbc.sql(FUNDS)
        .param("ids", payouts.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            row -> {
              Money available = Money.ofMicros(row.getLong("available"), row.getString("currency"));
              funds.put(
                  row.getObject("id", UUID.class),
                  new Funds(row.getBoolean("frozen"), Amount.of(available)));
            });
    return funds;
  }
}
