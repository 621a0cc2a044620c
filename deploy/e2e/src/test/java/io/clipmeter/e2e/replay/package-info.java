/**
 * Runs recorded view histories through the whole suite and computes what must come out, straight
 * from the file.
 *
 * <p>Never shares code with the suite: {@link io.clipmeter.e2e.replay.Expected} follows the rules
 * as they are written, in numbers without bounds.
 */
@NullMarked
package io.clipmeter.e2e.replay;

import org.jspecify.annotations.NullMarked;
