/**
 * Takes over what was found outside of the rounds: videos, and the accounts that made them.
 *
 * <p>Never takes anything away because it was not found.
 */
@NullMarked
package io.clipmeter.tracking.discovery;

import org.jspecify.annotations.NullMarked;
