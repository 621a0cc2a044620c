/**
 * Owns payout requests: who asked for how much, and what became of it.
 *
 * <p>Never moves money itself, and never knows where it is sent.
 */
@NullMarked
package io.clipmeter.payout.request;

import org.jspecify.annotations.NullMarked;
