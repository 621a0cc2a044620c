/**
 * Counts that admins type where no provider can say: each with its evidence and, where much hangs
 * on it, with the confirmation of a second admin.
 *
 * <p>Never moves money: what is entered is read in the next round, as a provider's answer would be,
 * and judged like one.
 */
@NullMarked
package io.clipmeter.tracking.manual;

import org.jspecify.annotations.NullMarked;
