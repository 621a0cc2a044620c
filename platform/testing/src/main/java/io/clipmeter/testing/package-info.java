/**
 * What a test stands on: real engines, tokens, a clock and seeded trials.
 *
 * <p>Never holds a word of the business, and never reaches production: services depend on it in
 * test scope only.
 */
@NullMarked
package io.clipmeter.testing;

import org.jspecify.annotations.NullMarked;
