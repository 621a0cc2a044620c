/**
 * Puts the questions of several rounds into as few runs of a provider as can be.
 *
 * <p>Never keeps an answer: whoever asks gets what was read after asking. Knows no database.
 */
@NullMarked
package io.clipmeter.tracking.source.batch;

import org.jspecify.annotations.NullMarked;
