package io.clipmeter.earnings.reconciliation;

import java.math.BigDecimal;

/**
 * Two sides of the books that disagree.
 *
 * @param subject the currency, the entry or the campaign, or what of it
 * @param expectedMicros what it should be, in micro-units
 * @param foundMicros what it is
 */
record Finding(
    Rule rule, String subject, String currency, BigDecimal expectedMicros, BigDecimal foundMicros) {

  /** What must agree. */
  enum Rule {
    /** All postings of a currency sum to zero. */
    CURRENCY_SUM,
    /** The postings of an entry or of a settlement sum to zero. */
    ENTRY_SUM,
    /** A campaign's budget account holds what is left of its budget. */
    BUDGET_ACCOUNT,
    /** A campaign has spent what the journal gave to its clips. */
    SPENT,
    /** A campaign has spent what its clips have accrued. */
    CLIPS,
    /** A campaign has spent its budget at most. */
    OVER_BUDGET,
    /**
     * The running sums are those of the whole journal, and what is kept of each clip is what its
     * receipts, adjustments and holds come to. Of a campaign's clips it is told by how much they
     * differ together, signs left out.
     */
    RECOUNT
  }
}
