/**
 * Knows how each of Apify's actors is asked, and what the names in its items mean.
 *
 * <p>Never takes one actor's field for another's, and never a missing one for 0.
 */
@NullMarked
package io.clipmeter.tracking.source.actor;

import org.jspecify.annotations.NullMarked;
