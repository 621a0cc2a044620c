/**
 * Owns the list of what could be paid out now.
 *
 * <p>Never pays, reserves or requests anything.
 */
@NullMarked
package io.clipmeter.payout.payable;

import org.jspecify.annotations.NullMarked;
