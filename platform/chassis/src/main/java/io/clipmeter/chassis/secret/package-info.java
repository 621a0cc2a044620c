/**
 * Seals what the database keeps and nobody may read there: AES-GCM, keys that rotate, each envelope
 * bound to the id of the row it stands in.
 *
 * <p>Never knows what is sealed, never writes a key or what was opened into a message.
 */
@NullMarked
package io.clipmeter.chassis.secret;

import org.jspecify.annotations.NullMarked;
