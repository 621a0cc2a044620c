/**
 * The port to whoever knows view counts: what can be asked, and what can come of it.
 *
 * <p>Never turns a missing count into a number, and never throws for one video.
 */
@NullMarked
package io.clipmeter.tracking.source;

import org.jspecify.annotations.NullMarked;
