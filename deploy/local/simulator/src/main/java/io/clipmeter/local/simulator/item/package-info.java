/**
 * Dataset items in the shapes that each actor was recorded to answer.
 *
 * <p>Never copies a real account: every name is made up from the video's id.
 */
@NullMarked
package io.clipmeter.local.simulator.item;

import org.jspecify.annotations.NullMarked;
