/**
 * The calls of the Apify API v2 that read view counts, in its own words.
 *
 * <p>Never decides what a run finds.
 */
@NullMarked
package io.clipmeter.local.simulator.apify;

import org.jspecify.annotations.NullMarked;
