/**
 * The development issuer: an OIDC provider with four well-known people for the local stack.
 *
 * <p>Never runs outside it: the passwords are public.
 */
@NullMarked
package io.clipmeter.local.issuer;

import org.jspecify.annotations.NullMarked;
