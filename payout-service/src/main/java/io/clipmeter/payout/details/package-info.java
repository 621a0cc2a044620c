/**
 * Owns where money is to be sent: reads it, keeps it encrypted, shows it masked.
 *
 * <p>Never lets it out in a log, an event or an answer other than the one an admin needs to pay.
 */
@NullMarked
package io.clipmeter.payout.details;

import org.jspecify.annotations.NullMarked;
