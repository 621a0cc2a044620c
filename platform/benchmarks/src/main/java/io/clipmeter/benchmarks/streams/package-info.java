/**
 * A Kafka Streams program that settles the same rounds by the same rule, exactly once and without a
 * ledger: the peer that needs no database. Never knows what its sums should be.
 */
@NullMarked
package io.clipmeter.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
