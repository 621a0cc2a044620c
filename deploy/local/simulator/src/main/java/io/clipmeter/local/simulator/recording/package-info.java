/**
 * Replays recorded days from a CSV file.
 *
 * <p>Never rounds, repairs or invents a count.
 */
@NullMarked
package io.clipmeter.local.simulator.recording;

import org.jspecify.annotations.NullMarked;
