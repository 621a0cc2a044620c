package io.clipmeter.earnings.event;

import io.clipmeter.chassis.outbox.OutboxJournal;
import io.clipmeter.events.Amount;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the accruals of a settlement from its receipts, which never change. */
@Component
class AccrualJournal implements OutboxJournal {
  static final String NAME = "settlement";
  private static final int FETCHED_AT_ONCE = 2_000;
  private static final String OF =
      """
      SELECT e.place - 1 AS index, s.round_id, s.campaign_id, s.settled_at, c.currency, t.cpm_micros, t.hold_days,
             r.clip_id, r.clipper_id, r.views_before, r.views_after, r.amount_micros, r.total_micros,
             r.reason = 'RATIONED' AS rationed
      FROM unnest(:entries::bigint[]) WITH ORDINALITY AS e (id, place)
      JOIN settlement s ON s.id = e.id
      JOIN campaign c ON c.id = s.campaign_id
      JOIN terms t ON t.campaign_id = s.campaign_id AND t.version = s.terms_version
      JOIN receipt r ON r.settlement_id = s.id AND r.amount_micros > 0
      ORDER BY e.place, r.clip_id
      """;

  private final JdbcClient jdbc;

  AccrualJournal(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void tell(List<Long> entries, Teller teller) {
    jdbc.sql(OF)
        .withFetchSize(FETCHED_AT_ONCE)
        .param("entries", entries.toArray(Long[]::new))
        .query(
            rs -> {
              teller.tell(rs.getInt("index"), event(accrued(rs)));
            });
  }

  private static JournalEvent event(EarningsAccrued accrued) {
    return new JournalEvent(
        Topic.EARNINGS.topicName(),
        accrued.key(),
        EventType.EARNINGS_ACCRUED.ceType(),
        accrued.accrualId(),
        accrued.accruedAt(),
        accrued);
  }

  private static EarningsAccrued accrued(ResultSet rs) throws SQLException {
    String currency = rs.getString("currency");
    UUID round = rs.getObject("round_id", UUID.class);
    UUID clip = rs.getObject("clip_id", UUID.class);
    Instant at = rs.getTimestamp("settled_at").toInstant();
    return new EarningsAccrued(
        accrualId(round, clip),
        rs.getObject("campaign_id", UUID.class),
        clip,
        rs.getString("clipper_id"),
        round,
        amount(rs.getLong("amount_micros"), currency),
        amount(rs.getLong("total_micros"), currency),
        rs.getLong("views_before"),
        rs.getLong("views_after"),
        Amount.of(Cpm.ofMicros(rs.getLong("cpm_micros"), currency)),
        rs.getBoolean("rationed"),
        at,
        payableAt(at, rs.getInt("hold_days")));
  }

  private static @Nullable Instant payableAt(Instant at, int holdDays) {
    return holdDays == 0 ? null : at.plus(Duration.ofDays(holdDays));
  }

  private static Amount amount(long micros, String currency) {
    return Amount.of(Money.ofMicros(micros, currency));
  }

  /** The same fact always has the same id, whoever tells it and how often. */
  private static UUID accrualId(UUID roundId, UUID clipId) {
    String name = "accrual:" + roundId + ":" + clipId;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
