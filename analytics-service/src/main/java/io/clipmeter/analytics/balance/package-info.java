/**
 * What of a clipper's earnings is not there to be paid: each payout request as it is now, what
 * admins added, took back or hold, and what waits for the end of its hold period.
 *
 * <p>Never decides whether a payout is covered: the payout service does.
 */
@NullMarked
package io.clipmeter.analytics.balance;

import org.jspecify.annotations.NullMarked;
