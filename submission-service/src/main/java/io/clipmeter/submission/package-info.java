/**
 * The submission service: starts it, names its topics and publishes its events.
 *
 * <p>Never decides anything; the packages below do.
 */
@NullMarked
package io.clipmeter.submission;

import org.jspecify.annotations.NullMarked;
