/**
 * Who calls and what their role may touch; denies by default.
 *
 * <p>Never trusts another service's check: each service validates the token again.
 */
@NullMarked
package io.clipmeter.chassis.security;

import org.jspecify.annotations.NullMarked;
