/**
 * Owns the calls of PayPal: who has signed them, and that each is heard once.
 *
 * <p>Never believes what a call says: it only has PayPal asked.
 */
@NullMarked
package io.clipmeter.payout.hook;

import org.jspecify.annotations.NullMarked;
