/** Tests of the review. */
@NullMarked
package io.clipmeter.payout.review;

import org.jspecify.annotations.NullMarked;
