/**
 * The time that all instances set their turns by, and whether this one may take any.
 *
 * <p>Never does what is due in one.
 */
@NullMarked
package io.clipmeter.payout.turn;

import org.jspecify.annotations.NullMarked;
