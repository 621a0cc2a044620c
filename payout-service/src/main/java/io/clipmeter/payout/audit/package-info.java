/**
 * Owns the record of who decided or looked at what, when and why.
 *
 * <p>Never changes or deletes a row, and never holds personal data of a clipper.
 */
@NullMarked
package io.clipmeter.payout.audit;

import org.jspecify.annotations.NullMarked;
