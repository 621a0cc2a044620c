/** What the tests of all features share: the running service and its callers. */
@NullMarked
package io.clipmeter.payout;

import org.jspecify.annotations.NullMarked;
