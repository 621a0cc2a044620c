/** Tests of reviews. */
@NullMarked
package io.clipmeter.submission.review;

import org.jspecify.annotations.NullMarked;
