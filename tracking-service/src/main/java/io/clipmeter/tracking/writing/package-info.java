/**
 * Tries again to write what was read, wherever it is written.
 *
 * <p>Never reads again, and never tries what the database refuses for good.
 */
@NullMarked
package io.clipmeter.tracking.writing;

import org.jspecify.annotations.NullMarked;
