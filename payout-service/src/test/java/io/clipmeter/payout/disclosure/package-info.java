/** Tests of who reads where money went, and why. */
@NullMarked
package io.clipmeter.payout.disclosure;

import org.jspecify.annotations.NullMarked;
