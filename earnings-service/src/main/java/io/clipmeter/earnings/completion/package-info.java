/**
 * The end of a campaign: what each clip earned in all, what goes back to the brand, and who is
 * told.
 *
 * <p>Never decides what a round is worth.
 */
@NullMarked
package io.clipmeter.earnings.completion;

import org.jspecify.annotations.NullMarked;
