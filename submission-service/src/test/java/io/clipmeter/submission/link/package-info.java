/** Tests of short links. */
@NullMarked
package io.clipmeter.submission.link;

import org.jspecify.annotations.NullMarked;
