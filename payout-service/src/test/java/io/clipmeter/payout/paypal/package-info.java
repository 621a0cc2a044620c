/** Tests of {@code paypal}. */
@NullMarked
package io.clipmeter.payout.paypal;

import org.jspecify.annotations.NullMarked;
