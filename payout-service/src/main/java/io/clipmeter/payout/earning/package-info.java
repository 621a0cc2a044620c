/**
 * What clips earn, and what admins correct of it, on its way into clippers' balances.
 *
 * <p>Never decides an amount.
 */
@NullMarked
package io.clipmeter.payout.earning;

import org.jspecify.annotations.NullMarked;
