/**
 * Starts PostgreSQL and Kafka for one run, in a folder that goes with them. Knows no service and no
 * figure.
 */
@NullMarked
package io.clipmeter.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
