@NullMarked
package io.clipmeter.payout.history;

import org.jspecify.annotations.NullMarked;
