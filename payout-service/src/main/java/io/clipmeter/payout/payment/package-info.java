/**
 * Owns how approved payouts are sent and how they end: request, ledger, event and audit record
 * together, whoever found out.
 *
 * <p>Never decides that a payout was paid or not: whoever calls has the proof.
 */
@NullMarked
package io.clipmeter.payout.payment;

import org.jspecify.annotations.NullMarked;
