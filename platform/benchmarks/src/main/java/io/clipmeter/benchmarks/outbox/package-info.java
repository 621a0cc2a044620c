/**
 * Measures how quickly committed rows leave through the outbox, beside a producer that has the same
 * bytes in memory. Never writes what the relay has yet to prove: only rows that wait.
 */
@NullMarked
package io.clipmeter.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
