/**
 * Stands in for the video platforms and for PayPal in the local stack: one small process that
 * speaks the Apify API and PayPal's Payouts API.
 *
 * <p>Never reaches the Internet and never listens beyond 127.0.0.1.
 */
@NullMarked
package io.clipmeter.local.simulator;

import org.jspecify.annotations.NullMarked;
