package io.clipmeter.chassis.secret;

/**
 * Something sealed.
 *
 * @param keyId which key opens it
 * @param nonce 12 bytes, never used twice with one key
 * @param ciphertext with the tag of 16 bytes at its end
 */
@SuppressWarnings("ArrayRecordComponent") // travels between keys and table, is never compared
public record Envelope(String keyId, byte[] nonce, byte[] ciphertext) {}
