/**
 * Consumes topics so that every record takes effect exactly once, and sets aside what cannot be
 * read.
 *
 * <p>Never trusts Kafka's own offsets: the truth is beside the effect, in the same database. Where
 * the log does not have that place, it stands still rather than read on at another one.
 */
@NullMarked
package io.clipmeter.chassis.inbox;

import org.jspecify.annotations.NullMarked;
