/**
 * Owns how short links that admins paste are followed: how many at once, and for how long in all.
 *
 * <p>Never opens a transaction, and never reads a video.
 */
@NullMarked
package io.clipmeter.tracking.link;

import org.jspecify.annotations.NullMarked;
