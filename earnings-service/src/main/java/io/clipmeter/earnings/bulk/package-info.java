/**
 * The quick way to settle: many rounds by one statement, where nothing is out of the ordinary. It
 * says the same as the settlement policy, which is the reference.
 *
 * <p>Never rations, holds or completes: a round that would is left to the plain way.
 */
@NullMarked
package io.clipmeter.earnings.bulk;

import org.jspecify.annotations.NullMarked;
