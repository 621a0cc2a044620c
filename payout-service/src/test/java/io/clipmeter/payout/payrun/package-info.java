/** Tests of {@code payrun}. */
@NullMarked
package io.clipmeter.payout.payrun;

import org.jspecify.annotations.NullMarked;
