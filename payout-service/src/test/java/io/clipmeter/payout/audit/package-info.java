@NullMarked
package io.clipmeter.payout.audit;

import org.jspecify.annotations.NullMarked;
