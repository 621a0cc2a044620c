/**
 * Notes on submissions what other services find out: baselines, views, earnings.
 *
 * <p>Never overwrites a baseline, never lets earnings fall, never moves money.
 */
@NullMarked
package io.clipmeter.submission.progress;

import org.jspecify.annotations.NullMarked;
