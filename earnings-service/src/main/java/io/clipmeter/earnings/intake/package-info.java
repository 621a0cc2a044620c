/**
 * Hears the topics that settlement needs, and settles whatever a batch made complete.
 *
 * <p>Never decides an amount, and never applies a batch without holding the lanes of its campaigns.
 */
@NullMarked
package io.clipmeter.earnings.intake;

import org.jspecify.annotations.NullMarked;
