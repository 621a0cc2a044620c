/**
 * Owns whether what was posted of clippers' earnings is what the earnings service states, minute by
 * minute, and the differences that stand.
 *
 * <p>Never moves money and never mends anything: a difference stops payouts until somebody has
 * cleared it up.
 */
@NullMarked
package io.clipmeter.payout.reconciliation;

import org.jspecify.annotations.NullMarked;
