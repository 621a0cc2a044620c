/**
 * Measures how quickly observations become money, beside other ways to settle the same rounds.
 * Never takes a time for a side whose sums are wrong by a micro-unit.
 */
@NullMarked
package io.clipmeter.benchmarks.settlement;

import org.jspecify.annotations.NullMarked;
