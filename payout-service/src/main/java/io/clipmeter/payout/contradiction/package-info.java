/**
 * Owns which closed payouts a provider says the contrary of, and who has taken note of it.
 *
 * <p>Never moves money: what has to be settled is settled by people.
 */
@NullMarked
package io.clipmeter.payout.contradiction;

import org.jspecify.annotations.NullMarked;
