/**
 * What campaigns pay for and which clips they pay: copied from the submission service's events.
 *
 * <p>Never decides an amount.
 */
@NullMarked
package io.clipmeter.earnings.terms;

import org.jspecify.annotations.NullMarked;
