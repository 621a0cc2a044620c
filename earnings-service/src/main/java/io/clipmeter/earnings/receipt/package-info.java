/**
 * Shows what became of each clip in each settled round, and from which reading: enough to compute a
 * campaign again from nothing else.
 *
 * <p>Never shows a clipper what is another's, and never writes.
 */
@NullMarked
package io.clipmeter.earnings.receipt;

import org.jspecify.annotations.NullMarked;
