/**
 * Owns campaigns: their terms, their life from draft to completion, and what is spent of them.
 *
 * <p>Never moves money: what is spent is told by the earnings service.
 */
@NullMarked
package io.clipmeter.submission.campaign;

import org.jspecify.annotations.NullMarked;
