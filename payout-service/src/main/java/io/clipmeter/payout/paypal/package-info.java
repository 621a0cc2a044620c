/**
 * Owns what PayPal is asked to pay and what it says about it: each payout under its own id, for
 * ever.
 *
 * <p>Never calls before what it is about to do has committed, never takes a lost answer for a
 * refusal, and never pays again what may have been paid.
 */
@NullMarked
package io.clipmeter.payout.paypal;

import org.jspecify.annotations.NullMarked;
