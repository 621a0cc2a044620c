/**
 * Owns amounts of money and the three calculations on them: exact sums, pay per thousand views, the
 * fair split. Never rounds silently, never mixes currencies, never uses binary floating point.
 */
@NullMarked
package io.clipmeter.money;

import org.jspecify.annotations.NullMarked;
