/**
 * Runs: started, kept, and brought to their end by the clock.
 *
 * <p>Never calls anybody; a run's result is fixed when it starts.
 */
@NullMarked
package io.clipmeter.local.simulator.run;

import org.jspecify.annotations.NullMarked;
