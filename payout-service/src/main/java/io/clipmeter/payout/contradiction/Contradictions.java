package io.clipmeter.payout.contradiction;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import io.clipmeter.payout.request.PayoutStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contradictions that nobody has taken note of. */
@Component
class Contradictions {
  private static final String SHOW =
      """
      SELECT p.id, p.clipper_id, p.currency, p.amount_micros, p.status, c.item_status
      FROM contradiction c JOIN payout_request p ON p.id = c.payout_id
      """;
  private static final String PAGE =
      SHOW + " WHERE c.payout_id < :before ORDER BY c.payout_id DESC LIMIT :limit";
  private static final String FIND = SHOW + " WHERE c.payout_id = :id";
  private static final String ACKNOWLEDGE =
      "UPDATE contradiction SET acknowledged = item_status"
          + " WHERE payout_id = :id AND item_status = :seen";

  private final JdbcClient jdbc;

  Contradictions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest payout first. */
  List<Contradiction> page(PageQuery page) {
    return jdbc.sql(PAGE)
        .param("before", page.before())
        .param("limit", page.limit())
        .query(Contradictions::row)
        .list();
  }

  Optional<Contradiction> find(UUID payoutId) {
    return jdbc.sql(FIND).param("id", payoutId).query(Contradictions::row).optional();
  }

  /** Whether it stood until now as it was seen; what PayPal says else is another one. */
  boolean acknowledge(Contradiction seen) {
    return jdbc.sql(ACKNOWLEDGE).param("id", seen.id()).param("seen", seen.itemStatus()).update()
        == 1;
  }

  private static Contradiction row(ResultSet row, int number) throws SQLException {
    return new Contradiction(
        row.getObject("id", UUID.class),
        row.getString("clipper_id"),
        Amount.of(Money.ofMicros(row.getLong("amount_micros"), row.getString("currency"))),
        PayoutStatus.valueOf(row.getString("status")),
        row.getString("item_status"));
  }
}
