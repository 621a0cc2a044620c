/**
 * Owns what a person says about a payout of which the provider says nothing.
 *
 * <p>Never ends a payout that would still be sent, and never one that the provider is at.
 */
@NullMarked
package io.clipmeter.payout.resolution;

import org.jspecify.annotations.NullMarked;
