/**
 * Opens campaigns whose start has come.
 *
 * <p>Never opens one twice, or one that nobody scheduled.
 */
@NullMarked
package io.clipmeter.submission.starting;

import org.jspecify.annotations.NullMarked;
