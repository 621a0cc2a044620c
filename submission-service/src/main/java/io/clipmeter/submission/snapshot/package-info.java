/**
 * Owns whether each approved submission of a campaign that is over has been told what it earned in
 * all: the count that the earnings service cannot make, because it knows of no clip that it was not
 * told of.
 *
 * <p>Never changes what was earned.
 */
@NullMarked
package io.clipmeter.submission.snapshot;

import org.jspecify.annotations.NullMarked;
