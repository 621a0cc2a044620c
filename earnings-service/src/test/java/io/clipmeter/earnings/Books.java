package io.clipmeter.earnings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what services write, at instants of the past: a test need not wait for time to pass. */
public record Books(JdbcClient jdbc) {

  /** A campaign of this budget in this currency, in tables and journal. */
  public UUID campaign(long budget, String currency, Instant at) {
    UUID id = UUID.randomUUID();
    run("INSERT INTO lane VALUES (?)", id);
    run(
        "INSERT INTO campaign (id, name, status, version, currency, budget_micros) VALUES (?, 'x',"
            + " 'ACTIVE', 1, ?, ?)",
        id,
        currency,
        budget);
    entry("FUNDING", id, currency, at, "brand", "budget", budget);
    return id;
  }

  public UUID clip(UUID campaign, String clipper) {
    UUID id = UUID.randomUUID();
    run(
        "INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, baseline_views,"
            + " high_views, segment_views) VALUES (?, ?, ?, 'TIKTOK', 'v', 0, 0, 0)",
        id,
        campaign,
        clipper);
    return id;
  }

  /** A settled round that pays this to one clip. */
  public void settle(UUID campaign, UUID clip, long micros, Instant at) {
    UUID round = UUID.randomUUID();
    run(
        "INSERT INTO round (id, campaign_id, number, clips, closed_at, status, settled_at,"
            + " settled_by) SELECT ?, ?, count(*) + 1, 1, ?, 'SETTLED', ?, ? FROM round WHERE"
            + " campaign_id = ?",
        round,
        campaign,
        time(at),
        time(at),
        round,
        campaign);
    run(
        """
        WITH s AS (
            INSERT INTO settlement (campaign_id, round_id, terms_version, total_micros, rationed, settled_at)
            VALUES (?, ?, 1, ?, false, ?) RETURNING id)
        INSERT INTO receipt SELECT s.id, l.id, l.clipper_id, 'PAID', 'SIMULATED', ?, 1, 0, 1, ?, ?, l.accrued_micros + ?
        FROM s, clip l WHERE l.id = ?
        """,
        campaign,
        round,
        micros,
        time(at),
        time(at),
        micros,
        micros,
        micros,
        clip);
    run("UPDATE clip SET accrued_micros = accrued_micros + ? WHERE id = ?", micros, clip);
    run("UPDATE campaign SET spent_micros = spent_micros + ? WHERE id = ?", micros, campaign);
  }

  public void adjust(UUID campaign, UUID clip, long micros, Instant at) {
    long entry =
        move("ADJUSTMENT", campaign, at, "adjustments", "clip:" + clip + ":earned", micros);
    run(
        "INSERT INTO adjustment VALUES (?, ?, ?, 'x', 'boss', ?, ?)",
        UUID.randomUUID(),
        clip,
        micros,
        time(at),
        entry);
    run("UPDATE clip SET adjusted_micros = adjusted_micros + ? WHERE id = ?", micros, clip);
  }

  public UUID hold(UUID campaign, UUID clip, long micros, Instant at) {
    UUID id = UUID.randomUUID();
    long entry = held(campaign, clip, micros, at, "HOLD");
    run(
        "INSERT INTO hold VALUES (?, ?, ?, 'x', 'boss', ?, NULL, ?)",
        id,
        clip,
        micros,
        time(at),
        entry);
    run("UPDATE clip SET held_micros = held_micros + ? WHERE id = ?", micros, clip);
    return id;
  }

  public void release(UUID campaign, UUID clip, UUID hold, long micros, Instant at) {
    long entry = held(campaign, clip, -micros, at, "RELEASE");
    run("INSERT INTO hold_release VALUES (?, 'boss', ?, 'x', ?)", hold, time(at), entry);
    run("UPDATE clip SET held_micros = held_micros - ? WHERE id = ?", micros, clip);
  }

  private long held(UUID campaign, UUID clip, long micros, Instant at, String kind) {
    return posting(
        kind, campaign, "USD", at, "clip:" + clip + ":earned", "clip:" + clip + ":held", micros);
  }

  private long move(String kind, UUID campaign, Instant at, String from, String to, long micros) {
    return posting(kind, campaign, "USD", at, "campaign:" + campaign + ":" + from, to, micros);
  }

  public long entry(
      String kind,
      UUID campaign,
      String currency,
      Instant at,
      String from,
      String to,
      long micros) {
    String prefix = "campaign:" + campaign + ":";
    return posting(kind, campaign, currency, at, prefix + from, prefix + to, micros);
  }

  private long posting(
      String kind,
      UUID campaign,
      String currency,
      Instant at,
      String from,
      String to,
      long micros) {
    long entry =
        jdbc.sql(
                "INSERT INTO ledger_entry (kind, campaign_id, currency, posted_at) VALUES (?, ?, ?,"
                    + " ?) RETURNING id")
            .params(kind, campaign, currency, time(at))
            .query(Long.class)
            .single();
    run(
        "INSERT INTO ledger_posting VALUES (?, 0, ?, ?), (?, 1, ?, ?)",
        entry,
        from,
        -micros,
        entry,
        to,
        micros);
    return entry;
  }

  public void run(String sql, Object... params) {
    jdbc.sql(sql).params(java.util.List.of(params)).update();
  }

  private static Timestamp time(Instant at) {
    return Timestamp.from(at);
  }
}
