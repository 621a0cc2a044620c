/**
 * Owns how platforms are asked where short links lead: how many at once, how long, and not at all
 * while a platform does not answer.
 *
 * <p>Never opens a transaction, and never decides what becomes of a submission.
 */
@NullMarked
package io.clipmeter.submission.link;

import org.jspecify.annotations.NullMarked;
