/**
 * What shall go wrong, how often, and for which videos.
 *
 * <p>Never goes wrong by itself.
 */
@NullMarked
package io.clipmeter.local.simulator.fault;

import org.jspecify.annotations.NullMarked;
