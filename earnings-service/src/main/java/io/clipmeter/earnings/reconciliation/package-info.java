/**
 * Owns what is known of whether the books are right: each sum that can be had in two ways is had in
 * both.
 *
 * <p>Never mends anything: a difference is a bug, and a quiet correction would hide it.
 */
@NullMarked
package io.clipmeter.earnings.reconciliation;

import org.jspecify.annotations.NullMarked;
