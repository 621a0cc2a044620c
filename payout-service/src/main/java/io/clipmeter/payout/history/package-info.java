/**
 * Shows what clippers had at any instant.
 *
 * <p>Never reads a balance that was kept: what it shows is summed up from the ledger itself.
 */
@NullMarked
package io.clipmeter.payout.history;

import org.jspecify.annotations.NullMarked;
