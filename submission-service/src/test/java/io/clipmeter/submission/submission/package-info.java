/** Tests of submissions. */
@NullMarked
package io.clipmeter.submission.submission;

import org.jspecify.annotations.NullMarked;
