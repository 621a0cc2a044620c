/**
 * Owns what admins decide about payouts: approve, reject, mark as paid.
 *
 * <p>Never decides without an audit record, and never sends money.
 */
@NullMarked
package io.clipmeter.payout.review;

import org.jspecify.annotations.NullMarked;
