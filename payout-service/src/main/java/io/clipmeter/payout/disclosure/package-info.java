/**
 * Owns the exception: that an admin reads where the money of a payout went, and why.
 *
 * <p>Never shows details without a reason in the audit log, or of what no money was sent for.
 */
@NullMarked
package io.clipmeter.payout.disclosure;

import org.jspecify.annotations.NullMarked;
