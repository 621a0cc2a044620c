package io.clipmeter.earnings.completion;

import io.clipmeter.chassis.outbox.OutboxJournal;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.events.Amount;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.money.Money;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each clip had earned when its campaign ended: written once, and told from there. */
@Component
class FinalEarnings implements OutboxJournal {
  static final String NAME = "final-earnings";
  private static final int FETCHED_AT_ONCE = 2_000;
  private static final String COMPLETE =
      """
      INSERT INTO completion (campaign_id, campaign_version, settlement_id, completed_at)
      VALUES (:campaign, :version, :settlement, :now) RETURNING id
      """;

  /** Clips that are final already are those of an earlier end, or of the settlement. */
  private static final String FIX =
      """
      WITH fixed AS (
          UPDATE clip SET final_micros = accrued_micros, late = false WHERE campaign_id = :campaign AND %s
          RETURNING id, clipper_id, accrued_micros, high_views, baseline_views
      )
      INSERT INTO final_earnings (completion_id, clip_id, clipper_id, final_micros, views, growth)
      SELECT :completion, id, clipper_id, accrued_micros, high_views, high_views - baseline_views FROM fixed ORDER BY id
      """;

  private static final String FIX_ALL = FIX.formatted("final_micros IS NULL");
  private static final String FIX_LATE = FIX.formatted("late");

  private static final String OF =
      """
      SELECT e.place - 1 AS index, n.campaign_id, n.campaign_version, n.completed_at, c.currency, f.*
      FROM unnest(:entries::bigint[]) WITH ORDINALITY AS e (id, place)
      JOIN completion n ON n.id = e.id
      JOIN campaign c ON c.id = n.campaign_id
      JOIN final_earnings f ON f.completion_id = n.id
      ORDER BY e.place, f.clip_id
      """;

  private final JdbcClient jdbc;

  FinalEarnings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An end, of a campaign or of clips that came after it.
   *
   * @param completion its id
   * @param written how many sums were written for it
   * @param receipts how many the receipts of its last settlement say
   */
  record End(long completion, int written, int receipts) {

    int clips() {
      return written + receipts;
    }
  }

  /**
   * The settlement that ended a campaign, whose clips are final already.
   *
   * @param receipts how many clips it has
   */
  record Last(long settlement, int receipts) {}

  /**
   * Fixes what all clips of the campaign have earned that is not final yet.
   *
   * @param last null where it ended otherwise than by a settlement
   */
  End fix(Campaign campaign, @Nullable Last last, Instant now) {
    long completion = add(campaign, last == null ? null : last.settlement(), now);
    int written = write(FIX_ALL, completion, campaign.id());
    return new End(completion, written, last == null ? 0 : last.receipts());
  }

  /** As {@link #fix}, of the clips that came after the end. */
  End fixLate(Campaign campaign, Instant now) {
    long completion = add(campaign, null, now);
    return new End(completion, write(FIX_LATE, completion, campaign.id()), 0);
  }

  private long add(Campaign campaign, @Nullable Long settlement, Instant now) {
    return jdbc.sql(COMPLETE)
        .param("campaign", campaign.id())
        .param("version", campaign.version())
        .param("settlement", settlement)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  private int write(String fix, long completion, UUID campaignId) {
    return jdbc.sql(fix).param("campaign", campaignId).param("completion", completion).update();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void tell(List<Long> entries, Teller teller) {
    tell(jdbc, OF, entries, teller);
  }

  /** Of rows with the completion's columns and what a clip has earned. */
  static void tell(JdbcClient jdbc, String rows, List<Long> completions, Teller teller) {
    jdbc.sql(rows)
        .withFetchSize(FETCHED_AT_ONCE)
        .param("entries", completions.toArray(Long[]::new))
        .query(
            rs -> {
              teller.tell(rs.getInt("index"), event(rs));
            });
  }

  private static JournalEvent event(ResultSet rs) throws SQLException {
    UUID clip = rs.getObject("clip_id", UUID.class);
    UUID campaign = rs.getObject("campaign_id", UUID.class);
    Instant at = rs.getTimestamp("completed_at").toInstant();
    EarningsFinalized finalized =
        new EarningsFinalized(
            clip,
            campaign,
            rs.getString("clipper_id"),
            Amount.of(Money.ofMicros(rs.getLong("final_micros"), rs.getString("currency"))),
            rs.getLong("views"),
            at);
    return new JournalEvent(
        Topic.EARNINGS.topicName(),
        finalized.key(),
        EventType.EARNINGS_FINALIZED.ceType(),
        id(rs.getLong("campaign_version"), campaign, clip),
        at,
        finalized);
  }

  /** The same fact always has the same id. */
  private static UUID id(long version, UUID campaign, UUID clip) {
    String name = "final:" + version + ":" + campaign + ":" + clip;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
