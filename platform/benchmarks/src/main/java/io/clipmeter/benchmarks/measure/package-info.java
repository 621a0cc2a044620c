/**
 * Lets sides do the same work in turn, and tells how they compare. Never knows what the work is,
 * and has no money in it: here are the fractions.
 */
@NullMarked
package io.clipmeter.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
