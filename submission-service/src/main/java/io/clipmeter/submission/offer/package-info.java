/**
 * Shows clippers the campaigns that they can submit to.
 *
 * <p>Never shows a draft that has no time to open, and changes nothing.
 */
@NullMarked
package io.clipmeter.submission.offer;

import org.jspecify.annotations.NullMarked;
