/**
 * Reads many campaigns' clips with the tracking service, and beside it with the ways that others
 * take; looks up what a long history costs. Never counts a provider's calls by what a side says of
 * itself.
 */
@NullMarked
package io.clipmeter.benchmarks.tracking;

import org.jspecify.annotations.NullMarked;
