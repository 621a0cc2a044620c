/**
 * Reads views through Apify's actors, one per platform.
 *
 * <p>Never matches an item by its position or its URL's spelling, only by the platform's own id.
 */
@NullMarked
package io.clipmeter.tracking.source.apify;

import org.jspecify.annotations.NullMarked;
