/**
 * Owns what the payout service is told to compare: what the facts about each clipper's earnings
 * come to, minute by minute.
 *
 * <p>Never says a minute's sum before every fact of that minute is published.
 */
@NullMarked
package io.clipmeter.earnings.claim;

import org.jspecify.annotations.NullMarked;
