/**
 * Which path goes to which service, and what a caller is told when that service does not answer.
 *
 * <p>Never changes a body, and never retries: only the caller knows whether that is safe.
 */
@NullMarked
package io.clipmeter.gateway.route;

import org.jspecify.annotations.NullMarked;
