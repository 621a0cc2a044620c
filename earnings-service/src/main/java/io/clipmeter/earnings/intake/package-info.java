/**
 * Hears of campaigns and of approved clips, and settles whatever waited for them.
 *
 * <p>Never decides an amount, and never applies a batch without holding the lanes of its campaigns.
 */
@NullMarked
package io.clipmeter.earnings.intake;

import org.jspecify.annotations.NullMarked;
