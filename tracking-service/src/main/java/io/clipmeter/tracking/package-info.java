/**
 * Reads the views of clips from their platforms, round by round, and publishes what it read.
 *
 * <p>Knows nothing of money: not what a view is worth, and not who is paid.
 */
@NullMarked
package io.clipmeter.tracking;

import org.jspecify.annotations.NullMarked;
