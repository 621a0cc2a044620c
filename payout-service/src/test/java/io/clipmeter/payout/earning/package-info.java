@NullMarked
package io.clipmeter.payout.earning;

import org.jspecify.annotations.NullMarked;
