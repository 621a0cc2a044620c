/**
 * The work that is settled, what it must come to, and the proofs that it did. Never knows who does
 * the work, and never takes a time.
 */
@NullMarked
package io.clipmeter.benchmarks.rounds;

import org.jspecify.annotations.NullMarked;
