/**
 * What settlements tell the other services: who earned what, and what is left of a budget.
 *
 * <p>Never decides anything, and tells nothing that the journal does not say.
 */
@NullMarked
package io.clipmeter.earnings.event;

import org.jspecify.annotations.NullMarked;
