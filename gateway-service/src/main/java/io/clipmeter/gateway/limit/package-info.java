/**
 * How much one request may weigh.
 *
 * <p>Never buffers a body.
 */
@NullMarked
package io.clipmeter.gateway.limit;

import org.jspecify.annotations.NullMarked;
