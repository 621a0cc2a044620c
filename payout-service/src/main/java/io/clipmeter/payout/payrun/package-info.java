/**
 * Owns pay runs: files with which a bank pays many payouts, and what became of each.
 *
 * <p>Never puts a payout into two runs, and never lets an IBAN out but in the file, which is
 * audited.
 */
@NullMarked
package io.clipmeter.payout.payrun;

import org.jspecify.annotations.NullMarked;
