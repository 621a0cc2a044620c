/**
 * Counts what is used of each provider, for all instances together, and gives out the turns.
 *
 * <p>Never lets a call through that would cost more than the cap, use more than the quota or come
 * before its turn.
 */
@NullMarked
package io.clipmeter.tracking.source.usage;

import org.jspecify.annotations.NullMarked;
