package io.clipmeter.earnings.account;

import io.clipmeter.events.Amount;

/**
 * What an account held.
 *
 * @param account {@code campaign:<id>:budget}, {@code :brand} or {@code :adjustments}; {@code
 *     clip:<id>:earned} or {@code :held}; {@code clipper:<id>:earned} or {@code :held} for all
 *     clips of a clipper together
 * @param balance negative where more has left it than entered
 */
record AccountBalance(String account, Amount balance) {}
