/**
 * Owns the posts that Ayrshare publishes for a campaign: what goes where, and how far it is.
 *
 * <p>Never posts anything, and never changes anything at Ayrshare.
 */
@NullMarked
package io.clipmeter.tracking.post;

import org.jspecify.annotations.NullMarked;
