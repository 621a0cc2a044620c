/** The proof that rounds outlive the processes that read them. */
@NullMarked
package io.clipmeter.tracking.crash;

import org.jspecify.annotations.NullMarked;
