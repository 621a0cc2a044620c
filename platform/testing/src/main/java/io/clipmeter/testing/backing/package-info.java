/**
 * Starts PostgreSQL and Kafka, in containers or embedded.
 *
 * <p>Never knows Spring's test contexts: who wants an engine says when it begins and ends.
 */
@NullMarked
package io.clipmeter.testing.backing;

import org.jspecify.annotations.NullMarked;
