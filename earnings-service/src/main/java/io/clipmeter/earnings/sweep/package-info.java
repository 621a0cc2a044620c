/**
 * Looks for campaigns that could be settled and are not, whatever was lost on the way: a consumer
 * that died with what it had kept, or a settlement that failed for a reason that is gone.
 *
 * <p>Owns when that is done. Never decides an amount.
 */
@NullMarked
package io.clipmeter.earnings.sweep;

import org.jspecify.annotations.NullMarked;
