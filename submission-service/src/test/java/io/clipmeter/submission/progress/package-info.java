/** Tests of what other services tell. */
@NullMarked
package io.clipmeter.submission.progress;

import org.jspecify.annotations.NullMarked;
