package io.clipmeter.earnings.bulk;

/** Statements of the quick way. */
final class BulkSql {

  /**
   * Runs of rounds with all that is known of their campaigns, and what was read of their clips: the
   * same as the settlement policy, round after round, where nothing is rationed.
   *
   * <p>A clip's row is raised once, to where the whole run takes it. What each of its rounds came
   * to follows from where the clip stood before and from the highest number seen up to then, since
   * its earnings never fall: they are the larger of what it had and of what its height is worth.
   *
   * <p>Readings and entries are found by their places in arrays: joined, all readings would be read
   * once for each clip, since nobody can know how many a statement within this one gives. Receipts
   * are written settlement by settlement, so that each goes behind the last in their index.
   */
  static final String SETTLE =
      """
      WITH k AS (
          SELECT * FROM unnest(:campaigns::uuid[], :versions::bigint[], :others::bigint[], :cpms::bigint[], :caps::bigint[], :mins::bigint[],
                               :lefts::bigint[])
              WITH ORDINALITY AS k (campaign_id, version, other_until, cpm, cap, min_views, left_micros, run)
      ), r AS (
          SELECT * FROM unnest(:ids::uuid[], :runs::int[], :numbers::bigint[], :clips::int[], :closedAts::bigint[], :roundVersions::bigint[])
              WITH ORDINALITY AS r (id, run, number, clips, closed_at, round_version, line)
      ), t AS (
          SELECT * FROM unnest(:clipRuns::int[], :readClips::uuid[], :peaks::bigint[], :firsts::int[], :lasts::int[])
              AS t (run, clip_id, peak, first, last)
      ), o AS MATERIALIZED (
          SELECT :places::int[] AS place, :views::bigint[] AS views, :priors::bigint[] AS prior, :gone::boolean[] AS gone, :times::bigint[] AS time,
                 :sources::int[] AS source, :names::text[] AS name
      ), advanced AS (
          UPDATE clip c SET
              high_views = greatest(c.high_views, t.peak),
              accrued_micros = CASE
                  WHEN t.peak < 0 OR greatest(c.high_views, t.peak) - c.baseline_views < k.min_views THEN c.accrued_micros
                  ELSE greatest(c.accrued_micros,
                                least(k.cap, c.segment_micros + ((greatest(c.high_views, t.peak) - c.segment_views) * k.cpm + c.carry) / 1000)) END,
              terms_version = k.version
          FROM t JOIN k ON k.run = t.run
          WHERE c.id = t.clip_id AND c.campaign_id = k.campaign_id AND (c.terms_version IS NULL OR c.terms_version > k.other_until AND c.terms_version <= k.version)
          RETURNING c.id AS clip_id, c.clipper_id, old.high_views AS height, old.accrued_micros AS earned, c.baseline_views + k.min_views AS least_views,
              c.segment_micros, c.segment_views, c.carry, k.cpm, k.cap, t.first, t.last
      ), seen AS (
          SELECT *, generate_series(first, last) AS i FROM advanced
      ), heights AS (
          SELECT s.*, o.place[i], o.views[i], o.prior[i], o.gone[i], o.time[i], o.name[o.source[i]] AS source,
                 greatest(height, o.prior[i]) AS before, greatest(height, o.prior[i], o.views[i]) AS after
          FROM seen s CROSS JOIN o OFFSET 0
      ), worths AS (
          SELECT *, CASE WHEN prior < 0 OR before < least_views THEN earned
                         ELSE greatest(earned, least(cap, segment_micros + ((before - segment_views) * cpm + carry) / 1000)) END AS was,
                 CASE WHEN views < 0 OR after < least_views THEN 0
                      ELSE segment_micros + ((after - segment_views) * cpm + carry) / 1000 END AS worth
          FROM heights OFFSET 0
      ), moved AS (
          SELECT place, clip_id, clipper_id, source, time, nullif(views, -1) AS views, before, after, greatest(was, least(cap, worth)) AS total,
                 greatest(was, least(cap, worth)) - was AS amount,
                 CASE WHEN gone THEN 'GONE' WHEN views < 0 THEN 'UNREADABLE' WHEN after < least_views THEN 'BELOW_MIN_VIEWS'
                      WHEN cap < 9223372036854775807 AND worth > greatest(was, cap) THEN 'CAPPED'
                      WHEN worth > was THEN 'PAID'
                      ELSE 'NOT_GROWN' END AS reason
          FROM worths
      ), worth AS (
          SELECT place, count(*) AS clips, sum(amount)::bigint AS total, max(amount) AS largest, count(*) FILTER (WHERE amount > 0) AS earners
          FROM moved GROUP BY place
      ), lines AS (
          SELECT r.run, r.line, w.total, w.earners, coalesce(w.clips = r.clips AND w.largest <= 9223372036854775807 / r.clips, false) AS whole
          FROM r LEFT JOIN worth w ON w.place = r.line
      ), runs AS (
          SELECT run, sum(total)::bigint AS total, bool_and(whole) AS whole FROM lines GROUP BY run
      ), spent AS (
          UPDATE campaign c SET spent_micros = c.spent_micros + u.total, held_rounds = 0
          FROM runs u JOIN k ON k.run = u.run
          WHERE c.id = k.campaign_id AND u.whole AND u.total < k.left_micros
          RETURNING k.run, k.campaign_id, k.version, c.spent_micros, c.budget_micros
      ), settled AS (
          INSERT INTO round (id, campaign_id, number, clips, closed_at, status, settled_by, settled_at, campaign_version)
          SELECT r.id, s.campaign_id, r.number, r.clips, timestamptz 'epoch' + r.closed_at * interval '1 microsecond', 'SETTLED', r.id, :now,
                 r.round_version
          FROM r JOIN spent s ON s.run = r.run
      ), entry AS (
          INSERT INTO settlement (campaign_id, round_id, terms_version, total_micros, rationed, settled_at, clips)
          SELECT s.campaign_id, r.id, s.version, w.total, false, :now, r.clips
          FROM r JOIN spent s ON s.run = r.run JOIN worth w ON w.place = r.line ORDER BY r.line
          RETURNING id, round_id
      ), entries AS (
          SELECT array_agg(e.id ORDER BY r.line) AS ids FROM r LEFT JOIN entry e ON e.round_id = r.id
      ), written AS (
          INSERT INTO receipt (settlement_id, clip_id, clipper_id, reason, source, observed_at, read_views, views_before, views_after, due_micros,
                               amount_micros, total_micros)
          SELECT e.id, m.clip_id, m.clipper_id, m.reason, m.source, timestamptz 'epoch' + m.time * interval '1 microsecond', m.views, m.before,
                 m.after, m.amount, m.amount, m.total
          FROM entries, moved m CROSS JOIN LATERAL (SELECT entries.ids[m.place] AS id) e WHERE e.id IS NOT NULL
          ORDER BY m.place, m.clip_id
      )
      SELECT s.run IS NOT NULL AS settled, l.whole, e.id AS settlement, l.earners, l.total, s.spent_micros, s.budget_micros
      FROM r JOIN lines l ON l.line = r.line LEFT JOIN spent s ON s.run = r.run LEFT JOIN entry e ON e.round_id = r.id ORDER BY r.line
      """;

  /** Plans for these very arrays, and no compilation for a statement of milliseconds. */
  static final String PLAN =
      "SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off',"
          + " true)";

  private BulkSql() {}
}
