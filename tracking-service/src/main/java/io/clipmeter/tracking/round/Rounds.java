package io.clipmeter.tracking.round;

import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All rounds: who holds which, and how far it is. */
@Component
public class Rounds {
  /**
   * What is dear to know is asked of one campaign after the other until one will do: a limit that
   * the planner does not know has it read a part of the index, in order, and sort nothing.
   */
  private static final String SEEN =
      """
        SELECT c.id, c.version FROM (
          SELECT id, round_claimed_at, due_at FROM campaign
          WHERE status = 'ACTIVE' AND budget_left AND completed_at IS NULL AND (ends_at IS NULL OR ends_at > :now)
            AND coalesce(id = :campaign::uuid, true)
      """;

  private static final String DUE =
      """
            AND due_at <= CASE WHEN :forced THEN timestamptz 'infinity' ELSE :now::timestamptz END
            AND (:forced OR round_claimed_at + least(tracking_interval * :stretch,
                                                     greatest(tracking_interval, interval '24 hours')) <= :now)
      """;
  private static final String FIRST =
      """
          ORDER BY due_at, id LIMIT :most) seen
        JOIN campaign c ON c.id = seen.id AND c.round_claimed_at IS NOT DISTINCT FROM seen.round_claimed_at
        WHERE c.status = 'ACTIVE' AND c.budget_left AND c.completed_at IS NULL
          AND (SELECT status FROM round WHERE campaign_id = c.id ORDER BY number DESC LIMIT 1) IS DISTINCT FROM 'OPEN'
          AND EXISTS (SELECT FROM clip WHERE campaign_id = c.id AND status = 'TRACKED' OFFSET 0)
        ORDER BY seen.due_at, seen.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED
      """;

  /**
   * Never tracked before new before what is overdue longest. The row lock keeps two instances from
   * the same campaign, the unique indexes keep a second round out whatever happens.
   */
  private static final String CLAIM =
      "WITH never AS ("
          + SEEN
          + ("AND due_at IS NULL" + FIRST + "), fresh AS (" + SEEN + DUE)
          + "AND published_at > :stale AND NOT EXISTS (SELECT FROM never)"
          + (FIRST + "), overdue AS (" + SEEN + DUE)
          + "AND NOT EXISTS (SELECT FROM never UNION ALL SELECT FROM fresh)"
          + FIRST
          + """
          ), due AS (
            SELECT * FROM never UNION ALL SELECT * FROM fresh UNION ALL SELECT * FROM overdue
          ), claimed AS (
            INSERT INTO round (id, campaign_id, number, status, lease_until, claimed_at, campaign_version, clips)
            SELECT :id, due.id, (SELECT coalesce(max(number), 0) + 1 FROM round WHERE campaign_id = due.id), 'OPEN', :lease,
                   :now, due.version, (SELECT count(*) FROM clip WHERE campaign_id = due.id AND status = 'TRACKED')
            FROM due
            ON CONFLICT DO NOTHING
            RETURNING id, campaign_id, number, token
          ), noted AS (
            UPDATE campaign SET round_claimed_at = :now FROM claimed WHERE campaign.id = claimed.campaign_id
          ), listed AS (
            INSERT INTO round_clip (round_id, clip_id, platform)
            SELECT claimed.id, clip.id, clip.platform
            FROM claimed JOIN clip ON clip.campaign_id = claimed.campaign_id AND clip.status = 'TRACKED'
          )
          SELECT id, campaign_id, number, token FROM claimed
          """;

  private static final String RESUME =
      """
      UPDATE round SET token = token + 1, lease_until = :lease, leased_at = now()
      WHERE id = (
        SELECT id FROM round
        WHERE status = 'OPEN' AND (lease_until <= :now OR leased_at <= now() - :long * interval '1 ms')
        ORDER BY lease_until LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, campaign_id, number, token
      """;
  private static final String LEASE =
      """
      UPDATE round SET lease_until = :lease, leased_at = now() FROM unnest(:ids::uuid[], :tokens::bigint[]) AS held (id, token)
      WHERE round.id = held.id AND round.token = held.token AND status = 'OPEN' AND lease_until > :now
      """;
  private static final String COUNT =
      """
      UPDATE round SET observed = observed + :observed, unavailable = unavailable + :unavailable,
        unreadable = unreadable + :unreadable
      WHERE id = :id
      RETURNING id, campaign_id, number, status, clips, observed, unavailable, unreadable, claimed_at, closed_at
      """;
  private static final String CLOSE =
      """
      UPDATE round SET status = 'CLOSED', closed_at = :now
      WHERE id = :id AND token = :token AND status = 'OPEN' AND lease_until > :now
        AND NOT EXISTS (SELECT FROM round_clip WHERE round_id = :id AND outcome IS NULL)
      """;
  private static final String SHOW =
      """
      SELECT id, campaign_id, number, status, clips, observed, unavailable, unreadable, claimed_at, closed_at
      FROM round
      """;
  private static final String LIST =
      SHOW
          + """
          WHERE id < :before AND (:campaign::uuid IS NULL OR campaign_id = :campaign::uuid)
          ORDER BY id DESC LIMIT :limit
          """;
  private static final String OPEN =
      SHOW
          + """
          WHERE status = 'OPEN' AND (:campaign::uuid IS NULL OR campaign_id = :campaign::uuid)
          ORDER BY id DESC LIMIT :limit
          """;

  private final JdbcClient jdbc;
  private final RoundSettings settings;
  private final ClocksInStep clocks;

  /**
   * Which rounds are to be claimed.
   *
   * @param campaignId only this campaign's
   * @param forced also before their time
   * @param stretch how many times as long as it asks for a campaign waits, 1 or more
   */
  public record Claim(Optional<UUID> campaignId, boolean forced, BigDecimal stretch) {

    /** Whatever is due. */
    public static Claim due(BigDecimal stretch) {
      return new Claim(Optional.empty(), false, stretch);
    }

    /** Whatever can be read, due or not; of one campaign or of all. */
    public static Claim now(Optional<UUID> campaignId) {
      return new Claim(campaignId, true, BigDecimal.ONE);
    }
  }

  Rounds(JdbcClient jdbc, RoundSettings settings, ClocksInStep clocks) {
    this.clocks = clocks;
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Opens the next round and lists its clips, in one statement; empty where none is to be had. */
  public Optional<ClaimedRound> claim(Claim claim, UUID id, Instant now) {
    return !clocks.at(now)
        ? Optional.empty()
        : jdbc.sql(CLAIM)
            .param("id", id)
            .param("campaign", claim.campaignId().map(UUID::toString).orElse(null))
            .param("forced", claim.forced())
            .param("stretch", claim.stretch())
            .param("most", Integer.MAX_VALUE)
            .param("now", Timestamp.from(now))
            .param("stale", Timestamp.from(now.minus(settings.newFor())))
            .param("lease", leaseFrom(now))
            .query((rs, n) -> claimed(rs))
            .optional();
  }

  /** Takes over a round whose reader let its lease run out, by our clock or the database's. */
  public Optional<ClaimedRound> resume(Instant now) {
    return !clocks.at(now)
        ? Optional.empty()
        : jdbc.sql(RESUME)
            .param("long", settings.lease().toMillis())
            .param("now", Timestamp.from(now))
            .param("lease", leaseFrom(now))
            .query((rs, n) -> claimed(rs))
            .optional();
  }

  /** Renews the leases that are still ours. */
  void renew(Collection<ClaimedRound> held, Instant now) {
    lease(held, leaseFrom(now), now);
  }

  /** Gives rounds back, so that another instance can take them up at once; says how many. */
  int release(Collection<ClaimedRound> held, Instant now) {
    return lease(held, Timestamp.from(now), now);
  }

  /** Locks the round for this transaction; false where it is not ours: nothing may be written. */
  boolean hold(ClaimedRound round, Instant now) {
    return lease(List.of(round), leaseFrom(now), now) == 1;
  }

  private int lease(Collection<ClaimedRound> held, Timestamp until, Instant now) {
    return jdbc.sql(LEASE)
        .param("ids", held.stream().map(r -> r.id().toString()).toArray(String[]::new))
        .param("tokens", held.stream().map(ClaimedRound::token).toArray(Long[]::new))
        .param("lease", until)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Adds to the counts of a round that is held, and answers with the sums. */
  Round count(ClaimedRound round, int observed, int unavailable, int unreadable) {
    return jdbc.sql(COUNT)
        .param("id", round.id())
        .param("observed", observed)
        .param("unavailable", unavailable)
        .param("unreadable", unreadable)
        .query((rs, n) -> round(rs))
        .single();
  }

  /** Closes the round where every clip has an outcome and it is still ours; false otherwise. */
  boolean close(ClaimedRound round, Instant now) {
    return jdbc.sql(CLOSE)
            .param("id", round.id())
            .param("token", round.token())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** The campaign's version that it was claimed under; null in rounds of before it was kept. */
  @Nullable Long versionOf(UUID id) {
    return jdbc.sql("SELECT campaign_version FROM round WHERE id = :id")
        .param("id", id)
        .query((rs, n) -> Optional.ofNullable(rs.getObject(1, Long.class)))
        .single()
        .orElse(null);
  }

  /** The round with this id. */
  public Optional<Round> find(UUID id) {
    return jdbc.sql(SHOW + "WHERE id = :id").param("id", id).query((rs, n) -> round(rs)).optional();
  }

  /** Rounds of one campaign or of all, newest first. */
  public Page<Round> list(Optional<UUID> campaignId, PageQuery query) {
    var fetched = jdbc.sql(LIST).param("before", query.before()).param("limit", query.limit());
    return Page.of(shown(fetched, campaignId), query, Round::id);
  }

  /** Open rounds of one campaign or of all, at most so many. */
  public List<Round> open(Optional<UUID> campaignId, int max) {
    return shown(jdbc.sql(OPEN).param("limit", max), campaignId);
  }

  private static List<Round> shown(JdbcClient.StatementSpec rounds, Optional<UUID> campaignId) {
    return rounds
        .param("campaign", campaignId.map(UUID::toString).orElse(null))
        .query((rs, n) -> round(rs))
        .list();
  }

  /** How many of these are open. */
  public int countOpen(Collection<UUID> ids) {
    return jdbc.sql("SELECT count(*) FROM round WHERE status = 'OPEN' AND id = ANY (:ids::uuid[])")
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query(Integer.class)
        .single();
  }

  private Timestamp leaseFrom(Instant now) {
    return Timestamp.from(now.plus(settings.lease()));
  }

  private static ClaimedRound claimed(ResultSet rs) throws SQLException {
    return new ClaimedRound(
        rs.getObject("id", UUID.class),
        rs.getObject("campaign_id", UUID.class),
        rs.getLong("number"),
        rs.getLong("token"));
  }

  private static Round round(ResultSet rs) throws SQLException {
    Timestamp closedAt = rs.getTimestamp("closed_at");
    return new Round(
        rs.getObject("id", UUID.class),
        rs.getObject("campaign_id", UUID.class),
        rs.getLong("number"),
        Round.Status.valueOf(rs.getString("status")),
        rs.getInt("clips"),
        rs.getInt("observed") + rs.getInt("unavailable"),
        rs.getInt("observed"),
        rs.getInt("unavailable"),
        rs.getInt("unreadable"),
        rs.getTimestamp("claimed_at").toInstant(),
        closedAt == null ? null : closedAt.toInstant());
  }
}
