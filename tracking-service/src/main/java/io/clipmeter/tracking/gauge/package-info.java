/**
 * What the tables say of all instances together, for Prometheus.
 *
 * <p>Never changes anything.
 */
@NullMarked
package io.clipmeter.tracking.gauge;

import org.jspecify.annotations.NullMarked;
