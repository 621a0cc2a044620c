/**
 * Defaults for health, metrics, traces and logs, and the clock.
 *
 * <p>Never exports anything that was not configured.
 */
@NullMarked
package io.clipmeter.chassis.observability;

import org.jspecify.annotations.NullMarked;
