@NullMarked
package io.clipmeter.payout.gauge;

import org.jspecify.annotations.NullMarked;
