/** Tests of creators' accounts. */
@NullMarked
package io.clipmeter.tracking.creator;

import org.jspecify.annotations.NullMarked;
