/**
 * Judges a reading against history, and keeps every reading as it was.
 *
 * <p>Never lets a reading that contradicts history count.
 */
@NullMarked
package io.clipmeter.tracking.observation;

import org.jspecify.annotations.NullMarked;
