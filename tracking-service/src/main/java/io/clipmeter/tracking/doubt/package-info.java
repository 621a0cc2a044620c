/**
 * Says what is looked at again before it is believed: a first count, and that a video is gone.
 *
 * <p>Never keeps what it doubts: each caller does, with what it is about.
 */
@NullMarked
package io.clipmeter.tracking.doubt;

import org.jspecify.annotations.NullMarked;
