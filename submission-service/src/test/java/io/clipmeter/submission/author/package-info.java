/** Tests of authors. */
@NullMarked
package io.clipmeter.submission.author;

import org.jspecify.annotations.NullMarked;
