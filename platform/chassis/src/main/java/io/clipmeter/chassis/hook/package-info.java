/**
 * Owns how a provider's call to us is received before it is believed: so many bytes, and the
 * refusals. Never checks a signature, which each provider makes in its own way.
 */
@NullMarked
package io.clipmeter.chassis.hook;

import org.jspecify.annotations.NullMarked;
