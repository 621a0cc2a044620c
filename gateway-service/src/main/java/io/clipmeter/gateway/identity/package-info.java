/**
 * Who may come in: tokens, roles, browsers of other origins.
 *
 * <p>Never decides whose a thing is: the service that owns it does, on the same token.
 */
@NullMarked
package io.clipmeter.gateway.identity;

import org.jspecify.annotations.NullMarked;
