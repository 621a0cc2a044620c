/** Tests of ledger and balances. */
@NullMarked
package io.clipmeter.payout.balance;

import org.jspecify.annotations.NullMarked;
