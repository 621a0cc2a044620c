/**
 * Tells from a URL alone which video it means.
 *
 * <p>Never opens a connection: everything here is a pure function of its input.
 */
@NullMarked
package io.clipmeter.links;

import org.jspecify.annotations.NullMarked;
