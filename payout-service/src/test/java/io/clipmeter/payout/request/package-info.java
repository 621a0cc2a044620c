/** Tests of payout requests. */
@NullMarked
package io.clipmeter.payout.request;

import org.jspecify.annotations.NullMarked;
