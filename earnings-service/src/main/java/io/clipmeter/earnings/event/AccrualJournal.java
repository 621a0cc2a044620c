package io.clipmeter.earnings.event;

import io.clipmeter.chassis.outbox.OutboxJournal;
import io.clipmeter.events.Amount;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the accruals of a settlement from its receipts, which never change. */
@Component
class AccrualJournal implements OutboxJournal {
  static final String NAME = "settlement";
  private static final int FETCHED_AT_ONCE = 2_000;

  /** Apart from the receipts: what all of them share is not sent with each. */
  private static final String SETTLEMENTS =
      """
      SELECT e.place - 1 AS index, s.round_id, s.campaign_id, s.settled_at, c.currency, t.cpm_micros, t.hold_days
      FROM unnest(:entries::bigint[]) WITH ORDINALITY AS e (id, place)
      JOIN settlement s ON s.id = e.id
      JOIN campaign c ON c.id = s.campaign_id
      JOIN terms t ON t.campaign_id = s.campaign_id AND t.version = s.terms_version
      """;

  private static final String RECEIPTS =
      """
      SELECT e.place - 1 AS index, r.clip_id, r.clipper_id, r.views_before, r.views_after, r.amount_micros, r.total_micros,
             r.reason = 'RATIONED' AS rationed
      FROM unnest(:entries::bigint[]) WITH ORDINALITY AS e (id, place)
      JOIN receipt r ON r.settlement_id = e.id AND r.amount_micros > 0
      ORDER BY e.place, r.clip_id
      """;

  // By their numbers: a name is looked for in each row anew.
  private static final int INDEX = 1;
  private static final int CLIP = 2;
  private static final int CLIPPER = 3;
  private static final int VIEWS_BEFORE = 4;
  private static final int VIEWS_AFTER = 5;
  private static final int AMOUNT = 6;
  private static final int TOTAL = 7;
  private static final int RATIONED = 8;

  private final JdbcClient jdbc;

  AccrualJournal(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** What the accruals of a settlement have in common. */
  private record Common(
      UUID round,
      UUID campaign,
      Instant at,
      String currency,
      Amount cpm,
      @Nullable Instant payableAt) {

    static Common of(ResultSet rs) throws SQLException {
      String currency = rs.getString("currency");
      Instant at = rs.getTimestamp("settled_at").toInstant();
      return new Common(
          rs.getObject("round_id", UUID.class),
          rs.getObject("campaign_id", UUID.class),
          at,
          currency,
          Amount.of(Cpm.ofMicros(rs.getLong("cpm_micros"), currency)),
          payableAt(at, rs.getInt("hold_days")));
    }

    private static @Nullable Instant payableAt(Instant at, int holdDays) {
      return holdDays == 0 ? null : at.plus(Duration.ofDays(holdDays));
    }
  }

  @Override
  public void tell(List<Long> entries, Teller teller) {
    Long[] ids = entries.toArray(Long[]::new);
    AccrualIds accrualIds = new AccrualIds();
    Map<Integer, Common> settlements = new HashMap<>();
    jdbc.sql(SETTLEMENTS)
        .param("entries", ids)
        .query(
            rs -> {
              settlements.put(rs.getInt("index"), Common.of(rs));
            });
    jdbc.sql(RECEIPTS)
        .withFetchSize(FETCHED_AT_ONCE)
        .param("entries", ids)
        .query(
            rs -> {
              int index = rs.getInt(INDEX);
              Common common = Objects.requireNonNull(settlements.get(index));
              UUID clip = rs.getObject(CLIP, UUID.class);
              UUID id = accrualIds.of(common.round(), clip);
              teller.tell(index, event(accrued(id, common, clip, rs)));
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

  private static EarningsAccrued accrued(UUID id, Common common, UUID clip, ResultSet rs)
      throws SQLException {
    return new EarningsAccrued(
        id,
        common.campaign(),
        clip,
        rs.getString(CLIPPER),
        common.round(),
        amount(rs.getLong(AMOUNT), common.currency()),
        amount(rs.getLong(TOTAL), common.currency()),
        rs.getLong(VIEWS_BEFORE),
        rs.getLong(VIEWS_AFTER),
        common.cpm(),
        rs.getBoolean(RATIONED),
        common.at(),
        common.payableAt());
  }

  private static Amount amount(long micros, String currency) {
    return Amount.of(Money.ofMicros(micros, currency));
  }
}
