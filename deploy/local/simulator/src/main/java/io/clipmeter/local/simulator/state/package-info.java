/**
 * What survives a restart: the tick and the deleted videos.
 *
 * <p>Never half-written: a file is replaced as a whole.
 */
@NullMarked
package io.clipmeter.local.simulator.state;

import org.jspecify.annotations.NullMarked;
