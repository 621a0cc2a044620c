/**
 * Makes a money POST safe to repeat: one key, one effect, one answer.
 *
 * <p>Never keeps a key whose action was refused.
 */
@NullMarked
package io.clipmeter.chassis.idempotency;

import org.jspecify.annotations.NullMarked;
