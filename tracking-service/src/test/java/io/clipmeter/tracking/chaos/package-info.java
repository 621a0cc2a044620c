/** The proof that nothing false comes of providers that fail in every way that we know of. */
@NullMarked
package io.clipmeter.tracking.chaos;

import org.jspecify.annotations.NullMarked;
