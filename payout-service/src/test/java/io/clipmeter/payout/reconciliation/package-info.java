@NullMarked
package io.clipmeter.payout.reconciliation;

import org.jspecify.annotations.NullMarked;
