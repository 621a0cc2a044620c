/**
 * The port to the accounts whose owners let us read their numbers: what a provider's own API needs
 * beside a video.
 *
 * <p>Never shows a token or a key as text.
 */
@NullMarked
package io.clipmeter.tracking.source.connected;

import org.jspecify.annotations.NullMarked;
