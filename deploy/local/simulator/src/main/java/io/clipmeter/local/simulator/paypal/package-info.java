/**
 * Speaks the part of PayPal's Payouts API that sends and follows payouts, and pays them at once.
 *
 * <p>Never calls a webhook and never moves money.
 */
@NullMarked
package io.clipmeter.local.simulator.paypal;

import org.jspecify.annotations.NullMarked;
