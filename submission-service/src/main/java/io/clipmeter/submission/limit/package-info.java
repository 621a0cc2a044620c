/**
 * Says how much one clipper may have waiting.
 *
 * <p>Never counts what was decided.
 */
@NullMarked
package io.clipmeter.submission.limit;

import org.jspecify.annotations.NullMarked;
