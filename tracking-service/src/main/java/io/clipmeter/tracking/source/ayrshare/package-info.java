/**
 * Reads videos through Ayrshare, in the name of profiles that accounts are linked by.
 *
 * <p>Never takes the zeros of numbers that are not there yet for views, and never lets a profile
 * run into the limit at which Ayrshare suspends it.
 */
@NullMarked
package io.clipmeter.tracking.source.ayrshare;

import org.jspecify.annotations.NullMarked;
