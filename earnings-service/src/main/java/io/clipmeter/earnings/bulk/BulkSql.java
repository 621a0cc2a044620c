package io.clipmeter.earnings.bulk;

/** Statements of the quick way. */
final class BulkSql {

  /**
   * Rounds of different campaigns with all that is known of them, and one reading for each of their
   * clips: the same as the settlement policy where nothing is rationed.
   *
   * <p>Entries are found by their place in an array: joined, all readings would be read once for
   * each round, since nobody can know how many a statement within this one gives.
   */
  static final String SETTLE =
      """
      WITH r AS (
          SELECT * FROM unnest(:ids::uuid[], :campaigns::uuid[], :numbers::bigint[], :clips::int[], :closedAts::bigint[], :roundVersions::bigint[],
                               :versions::bigint[], :others::bigint[], :cpms::bigint[], :caps::bigint[], :mins::bigint[], :lefts::bigint[],
                               :mosts::bigint[])
              WITH ORDINALITY AS r (id, campaign_id, number, clips, closed_at, round_version, version, other_until, cpm, cap, min_views, left_micros,
                                    most, line)
      ), o AS (
          SELECT * FROM unnest(:places::int[], :readClips::uuid[], :views::bigint[], :gone::boolean[], :times::bigint[], :sources::text[])
              AS o (place, clip_id, views, gone, observed_at, source)
      ), advanced AS (
          UPDATE clip c SET
              high_views = greatest(c.high_views, o.views),
              accrued_micros = c.accrued_micros + CASE
                  WHEN o.views IS NULL OR greatest(c.high_views, o.views) - c.baseline_views < r.min_views THEN 0
                  ELSE least(greatest(0, ((greatest(c.high_views, o.views) - c.segment_views) * r.cpm + c.carry) / 1000
                                         - (c.accrued_micros - c.segment_micros)),
                             greatest(0, r.cap - c.accrued_micros), r.most) END,
              terms_version = r.version
          FROM o JOIN r ON r.line = o.place + 1
          WHERE c.id = o.clip_id AND c.campaign_id = r.campaign_id AND (c.terms_version IS NULL OR c.terms_version > r.other_until AND c.terms_version <= r.version)
          RETURNING o.place, c.id AS clip_id, c.clipper_id, o.source, o.observed_at, o.views, old.high_views AS before, new.high_views AS after,
              new.accrued_micros - old.accrued_micros AS amount, new.accrued_micros AS total,
              CASE WHEN o.gone THEN 'GONE' WHEN o.views IS NULL THEN 'UNREADABLE'
                   WHEN new.high_views - c.baseline_views < r.min_views THEN 'BELOW_MIN_VIEWS'
                   WHEN r.cap < 9223372036854775807
                       AND ((new.high_views - c.segment_views) * r.cpm + c.carry) / 1000 - (old.accrued_micros - c.segment_micros)
                           > greatest(0, r.cap - old.accrued_micros) THEN 'CAPPED'
                   WHEN new.accrued_micros > old.accrued_micros THEN 'PAID'
                   ELSE 'NOT_GROWN' END AS reason
      ), worth AS (
          SELECT place, count(*) AS clips, sum(amount)::bigint AS total, count(*) FILTER (WHERE amount > 0) AS earners FROM advanced GROUP BY place
      ), spent AS (
          UPDATE campaign c SET spent_micros = c.spent_micros + w.total, held_rounds = 0
          FROM worth w JOIN r ON r.line = w.place + 1
          WHERE c.id = r.campaign_id AND w.clips = r.clips AND w.total < r.left_micros
          RETURNING w.place, w.total, w.earners, c.spent_micros, c.budget_micros
      ), settled AS (
          INSERT INTO round (id, campaign_id, number, clips, closed_at, status, settled_by, settled_at, campaign_version)
          SELECT r.id, r.campaign_id, r.number, r.clips, timestamptz 'epoch' + r.closed_at * interval '1 microsecond', 'SETTLED', r.id, :now,
                 r.round_version
          FROM r JOIN spent s ON r.line = s.place + 1
      ), entry AS (
          INSERT INTO settlement (campaign_id, round_id, terms_version, total_micros, rationed, settled_at, clips)
          SELECT r.campaign_id, r.id, r.version, s.total, false, :now, r.clips FROM r JOIN spent s ON r.line = s.place + 1
          RETURNING id, round_id
      ), entries AS (
          SELECT array_agg(e.id ORDER BY r.line) AS ids FROM r LEFT JOIN entry e ON e.round_id = r.id
      ), written AS (
          INSERT INTO receipt (settlement_id, clip_id, clipper_id, reason, source, observed_at, read_views, views_before, views_after, due_micros,
                               amount_micros, total_micros)
          SELECT e.id, a.clip_id, a.clipper_id, a.reason, a.source, timestamptz 'epoch' + a.observed_at * interval '1 microsecond', a.views, a.before,
                 a.after, a.amount, a.amount, a.total
          FROM entries, advanced a CROSS JOIN LATERAL (SELECT entries.ids[a.place + 1] AS id) e WHERE e.id IS NOT NULL
      )
      SELECT r.line - 1 AS place, s.place IS NOT NULL AS settled, e.id AS settlement, s.earners, s.spent_micros, s.budget_micros
      FROM r LEFT JOIN spent s ON r.line = s.place + 1 LEFT JOIN entry e ON e.round_id = r.id
      """;

  /** Plans for these very arrays, and no compilation for a statement of milliseconds. */
  static final String PLAN =
      "SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off',"
          + " true)";

  private BulkSql() {}
}
