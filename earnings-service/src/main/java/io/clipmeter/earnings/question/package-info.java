/**
 * Owns whose earnings are in doubt because the books contradict themselves, and who was told: the
 * payout service stops for them.
 *
 * <p>Never decides whether the books are right, and never takes a question back.
 */
@NullMarked
package io.clipmeter.earnings.question;

import org.jspecify.annotations.NullMarked;
