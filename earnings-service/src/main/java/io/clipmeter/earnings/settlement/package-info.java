/**
 * Settles each closed round once: who earned what, from which views, and whether the budget is
 * spent.
 *
 * <p>Never moves money for a single reading, and never settles the rounds of a campaign out of
 * their order.
 */
@NullMarked
package io.clipmeter.earnings.settlement;

import org.jspecify.annotations.NullMarked;
