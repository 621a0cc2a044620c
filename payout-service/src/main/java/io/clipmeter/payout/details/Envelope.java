package io.clipmeter.payout.details;

/**
 * Encrypted details.
 *
 * @param keyId which key opens it
 * @param nonce 12 bytes, never used twice with one key
 * @param ciphertext with the tag of 16 bytes at its end
 */
@SuppressWarnings("ArrayRecordComponent") // travels between cipher and table, is never compared
record Envelope(String keyId, byte[] nonce, byte[] ciphertext) {}
