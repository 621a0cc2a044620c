/** Tests of {@code payable}. */
@NullMarked
package io.clipmeter.payout.payable;

import org.jspecify.annotations.NullMarked;
