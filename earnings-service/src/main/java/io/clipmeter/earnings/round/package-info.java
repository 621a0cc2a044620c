/**
 * Closed rounds and the readings they are made of, from when they are heard of until they are
 * settled.
 *
 * <p>Never decides what a round is worth.
 */
@NullMarked
package io.clipmeter.earnings.round;

import org.jspecify.annotations.NullMarked;
