/**
 * Ends campaigns whose time is up.
 *
 * <p>Never decides what happens to their money.
 */
@NullMarked
package io.clipmeter.submission.ending;

import org.jspecify.annotations.NullMarked;
