/**
 * How many views each video has at each tick, and the seeded model of it.
 *
 * <p>Never looks at a clock: only a tick changes a count.
 */
@NullMarked
package io.clipmeter.local.simulator.views;

import org.jspecify.annotations.NullMarked;
