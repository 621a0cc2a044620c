/**
 * Each payout request as it is now, which tells what is reserved and what was paid.
 *
 * <p>Never decides whether a payout is covered: the payout service does.
 */
@NullMarked
package io.clipmeter.analytics.balance;

import org.jspecify.annotations.NullMarked;
