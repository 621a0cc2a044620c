/**
 * Owns how a short link is followed: over TLS, to hosts of its platform at public addresses only,
 * within few hops, little time and few bytes.
 *
 * <p>Never asks a host that is not on its list, and never reads a page.
 */
@NullMarked
package io.clipmeter.links.shortlink;

import org.jspecify.annotations.NullMarked;
