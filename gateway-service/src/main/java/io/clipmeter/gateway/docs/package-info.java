/**
 * The API documents of all services in one page, and the gateway's own front page.
 *
 * <p>Never needs the internet, nor a token.
 */
@NullMarked
package io.clipmeter.gateway.docs;

import org.jspecify.annotations.NullMarked;
