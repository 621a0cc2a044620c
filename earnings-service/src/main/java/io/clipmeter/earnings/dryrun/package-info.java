/**
 * What a round would pay: the settlement policy asked about readings that an admin supposes.
 *
 * <p>Never writes anything.
 */
@NullMarked
package io.clipmeter.earnings.dryrun;

import org.jspecify.annotations.NullMarked;
