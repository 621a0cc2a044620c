/** Tests of {@code hook}. */
@NullMarked
package io.clipmeter.payout.hook;

import org.jspecify.annotations.NullMarked;
