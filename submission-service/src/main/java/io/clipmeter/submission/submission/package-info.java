/**
 * Owns submissions: a clipper offers a video to a campaign, and may take it back.
 *
 * <p>Never decides on a submission and never asks a platform.
 */
@NullMarked
package io.clipmeter.submission.submission;

import org.jspecify.annotations.NullMarked;
