/**
 * Consumes topics so that every record takes effect exactly once, and sets aside what cannot be
 * read.
 *
 * <p>Never trusts Kafka's own offsets: the truth is beside the effect, in the same database.
 */
@NullMarked
package io.clipmeter.chassis.inbox;

import org.jspecify.annotations.NullMarked;
