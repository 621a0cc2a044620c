/**
 * The simulator's own switches: ticks, faults, deleted videos.
 *
 * <p>Never part of what an adapter sees.
 */
@NullMarked
package io.clipmeter.local.simulator.control;

import org.jspecify.annotations.NullMarked;
