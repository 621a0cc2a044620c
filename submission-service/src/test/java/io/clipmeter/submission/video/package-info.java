/** Tests of URLs. */
@NullMarked
package io.clipmeter.submission.video;

import org.jspecify.annotations.NullMarked;
