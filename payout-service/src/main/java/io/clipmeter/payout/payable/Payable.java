package io.clipmeter.payout.payable;

import io.clipmeter.money.Money;

/**
 * A balance from which a payout could be asked for now.
 *
 * @param amount the largest such payout: what is available in whole minor units, and at most the
 *     largest payout
 */
record Payable(String clipperId, Money available, Money amount) {}
