/**
 * Owns the numbers that show how payout requests stand.
 *
 * <p>Never changes anything.
 */
@NullMarked
package io.clipmeter.payout.gauge;

import org.jspecify.annotations.NullMarked;
