/** Tests of {@code resolution}. */
@NullMarked
package io.clipmeter.payout.resolution;

import org.jspecify.annotations.NullMarked;
