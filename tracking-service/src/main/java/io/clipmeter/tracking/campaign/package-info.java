/**
 * Keeps a copy of each campaign: whether it is to be tracked, and how often.
 *
 * <p>Never decides about a campaign; that is the submission service's and earnings' to say.
 */
@NullMarked
package io.clipmeter.tracking.campaign;

import org.jspecify.annotations.NullMarked;
