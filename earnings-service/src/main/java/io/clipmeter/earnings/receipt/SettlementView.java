package io.clipmeter.earnings.receipt;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.UUID;

/**
 * A settled round.
 *
 * @param round the campaign's rounds in order, from 1
 * @param termsVersion the version of the campaign whose terms applied
 * @param total given to its clips
 * @param rationed whether the budget did not reach and was shared
 * @param clips how many clips have a receipt of it
 * @param ledgerEntry the settlement in the journal
 */
record SettlementView(
    UUID roundId,
    long round,
    long termsVersion,
    Amount total,
    boolean rationed,
    long clips,
    long ledgerEntry,
    Instant settledAt) {}
