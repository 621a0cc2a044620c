/**
 * Reads the videos that came of posts, every few minutes, and keeps what is known of them.
 *
 * <p>Never makes a clip of one: nobody submitted it, so it earns nothing. Never deletes one, nor
 * writes a zero, because it could not be read.
 */
@NullMarked
package io.clipmeter.tracking.posted;

import org.jspecify.annotations.NullMarked;
