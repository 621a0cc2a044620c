/**
 * Each submission as it is now: its review, its views, what it earned; and the sums per clipper and
 * campaign.
 *
 * <p>Never adds an amount twice: what it hears are totals.
 */
@NullMarked
package io.clipmeter.analytics.clip;

import org.jspecify.annotations.NullMarked;
