/**
 * Shows what the accounts of the journal held at any instant.
 *
 * <p>Never reads a sum that was kept: what it shows is summed up from the postings themselves.
 */
@NullMarked
package io.clipmeter.earnings.account;

import org.jspecify.annotations.NullMarked;
