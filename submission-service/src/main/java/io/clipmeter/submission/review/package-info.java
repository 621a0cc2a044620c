/**
 * Owns an admin's decision on a submission.
 *
 * <p>Never touches a baseline, and never decides twice.
 */
@NullMarked
package io.clipmeter.submission.review;

import org.jspecify.annotations.NullMarked;
