/**
 * Keeps who set what going by hand.
 *
 * <p>Never changes or deletes an entry.
 */
@NullMarked
package io.clipmeter.tracking.audit;

import org.jspecify.annotations.NullMarked;
