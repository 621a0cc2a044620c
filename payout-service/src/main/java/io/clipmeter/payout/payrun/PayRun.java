package io.clipmeter.payout.payrun;

import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A file for a bank.
 *
 * @param payouts how many are in it
 * @param total of all of them
 * @param open how many of them are not known to be paid or failed
 */
record PayRun(UUID id, int payouts, Money total, long open, String createdBy, Instant createdAt) {}
