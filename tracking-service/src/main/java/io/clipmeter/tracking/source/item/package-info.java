/**
 * Reads what providers send without belief: whatever is missing, or of another type than expected,
 * is null.
 *
 * <p>Never makes a 0 of something that is not there, and never an id of a number that was rounded.
 */
@NullMarked
package io.clipmeter.tracking.source.item;

import org.jspecify.annotations.NullMarked;
