package io.clipmeter.benchmarks.settlement;

/**
 * The statement that settles a whole round: it takes campaign, round and arrays of clips and views,
 * moves clips and campaign, and writes one entry with a line for the budget and one for each clip.
 */
final class RoundStatement {
  private static final String WORTH =
      "(greatest(clip.high_views, seen.views) - clip.baseline_views) * terms.cpm_micros / 1000";

  /** Pays what is due by the rule, or fails at the budget's constraint. */
  static final String BY_THE_RULE =
      statement(
          "unnest(?::uuid[], ?::bigint[]) AS seen (clip_id, views)",
          "greatest(clip.accrued_micros, " + WORTH + ")");

  /** Pays what it is told: a fifth parameter holds each clip's amount. */
  static final String AS_TOLD =
      statement(
          "unnest(?::uuid[], ?::bigint[], ?::bigint[]) AS seen (clip_id, views, amount)",
          "clip.accrued_micros + seen.amount");

  private RoundStatement() {}

  private static String statement(String seen, String accrued) {
    return """
    WITH terms AS (
        SELECT id, cpm_micros FROM campaign WHERE id = ? FOR UPDATE
    ), settled AS (
        INSERT INTO round (id, campaign_id) SELECT ?, id FROM terms RETURNING id
    ), moved AS (
        UPDATE clip SET high_views = greatest(clip.high_views, seen.views), accrued_micros = %2$s
        FROM %1$s, terms
        WHERE clip.id = seen.clip_id
        RETURNING clip.id, new.accrued_micros - old.accrued_micros AS amount, new.high_views, new.accrued_micros
    ), paid AS (
        SELECT sum(amount)::bigint AS total FROM moved HAVING sum(amount) > 0
    ), entry AS (
        INSERT INTO ledger_entry (campaign_id, round_id) SELECT terms.id, settled.id FROM terms, settled, paid
        RETURNING id, campaign_id
    ), spent AS (
        UPDATE campaign SET spent_micros = spent_micros + paid.total FROM paid, terms WHERE campaign.id = terms.id
    )
    INSERT INTO ledger_posting (entry_id, line, account, amount_micros, high_views, accrued_micros)
    SELECT entry.id, 0, entry.campaign_id, -paid.total, NULL, NULL FROM entry, paid
    UNION ALL
    SELECT entry.id, row_number() OVER (), moved.id, moved.amount, moved.high_views, moved.accrued_micros
    FROM entry, moved WHERE moved.amount > 0
    """
        .formatted(seen, accrued);
  }
}
