/**
 * Decides which campaigns are due and reads all clips of each in one round.
 *
 * <p>Never splits a campaign over two rounds, and knows nothing of money.
 */
@NullMarked
package io.clipmeter.tracking.round;

import org.jspecify.annotations.NullMarked;
