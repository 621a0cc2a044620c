/**
 * Owns the calls of PayPal: who has signed them, and that each is heard once.
 *
 * <p>Never believes what a call says of a payout: it only has PayPal asked, by the id that it
 * names.
 */
@NullMarked
package io.clipmeter.payout.hook;

import org.jspecify.annotations.NullMarked;
