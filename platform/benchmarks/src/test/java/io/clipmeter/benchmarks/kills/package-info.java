/**
 * Ends services and the broker in the middle of their work, and proves that all sums are those of
 * the model all the same. Never ends a process that the run did not start, and never looks into a
 * service's classes.
 */
@NullMarked
package io.clipmeter.benchmarks.kills;

import org.jspecify.annotations.NullMarked;
