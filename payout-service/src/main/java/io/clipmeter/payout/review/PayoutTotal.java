package io.clipmeter.payout.review;

import io.clipmeter.payout.request.PayoutStatus;

/**
 * How much the payout requests of one status in one currency are together.
 *
 * @param amount a plain decimal; together they may be more than one amount can be
 */
record PayoutTotal(String currency, PayoutStatus status, long requests, String amount) {}
