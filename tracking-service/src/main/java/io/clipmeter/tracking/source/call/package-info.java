/**
 * How any provider is called: within its rate, again where that is worth it, and not at all while
 * it is down.
 *
 * <p>Never knows what is asked or what an answer means: that is each adapter's.
 */
@NullMarked
package io.clipmeter.tracking.source.call;

import org.jspecify.annotations.NullMarked;
