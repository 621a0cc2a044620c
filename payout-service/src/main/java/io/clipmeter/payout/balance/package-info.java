/**
 * Owns the clippers' double-entry ledger and the balances that sum it up.
 *
 * <p>Never knows why money is reserved, released or paid, and never changes what was posted.
 */
@NullMarked
package io.clipmeter.payout.balance;

import org.jspecify.annotations.NullMarked;
