/**
 * Sets rounds going, by the clock or by hand, and shows how far they are.
 *
 * <p>Never reads a clip itself.
 */
@NullMarked
package io.clipmeter.tracking.trigger;

import org.jspecify.annotations.NullMarked;
