/**
 * Tells clippers what became of their submissions, campaigns and payouts, and admins of payouts
 * that were asked for.
 *
 * <p>Never decides anything, tells nothing twice, and shows nobody another's inbox.
 */
@NullMarked
package io.clipmeter.submission.notification;

import org.jspecify.annotations.NullMarked;
