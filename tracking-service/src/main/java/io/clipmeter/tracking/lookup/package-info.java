/**
 * Reads videos because somebody wants to look at them: what a URL means and what its provider says
 * now, or said a few minutes ago.
 *
 * <p>Never moves money, never keeps what it read, and never gives its answers to a round.
 */
@NullMarked
package io.clipmeter.tracking.lookup;

import org.jspecify.annotations.NullMarked;
