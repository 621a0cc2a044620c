package io.clipmeter.payout.review;

import io.clipmeter.events.Amount;

/**
 * Whether a payout's money may leave now.
 *
 * @param frozen whether it is in question or stopped
 * @param available what the clipper has in this currency beside this payout; below zero nothing
 *     leaves
 */
record Funds(boolean frozen, Amount available) {}
