/**
 * Owns the stops of payouts: who or what has set them, and who has lifted them.
 *
 * <p>Never moves money, and never lifts a stop by itself.
 */
@NullMarked
package io.clipmeter.payout.stop;

import org.jspecify.annotations.NullMarked;
