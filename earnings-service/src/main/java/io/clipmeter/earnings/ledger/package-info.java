/**
 * The double-entry journal: every amount leaves one account and enters another.
 *
 * <p>Never changes or removes an entry.
 */
@NullMarked
package io.clipmeter.earnings.ledger;

import org.jspecify.annotations.NullMarked;
