/**
 * Starts the payout service and names the topics that it writes.
 *
 * <p>Never decides anything: the features do.
 */
@NullMarked
package io.clipmeter.payout;

import org.jspecify.annotations.NullMarked;
