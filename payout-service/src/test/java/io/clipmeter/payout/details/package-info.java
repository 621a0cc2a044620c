/** Tests of the details. */
@NullMarked
package io.clipmeter.payout.details;

import org.jspecify.annotations.NullMarked;
