@NullMarked
package io.clipmeter.payout.stop;

import org.jspecify.annotations.NullMarked;
