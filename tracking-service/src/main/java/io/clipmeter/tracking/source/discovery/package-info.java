/**
 * The port to whoever can list videos nobody named: of an account, a hashtag, a search, or a
 * country's trends.
 *
 * <p>Never makes an empty list of a failure.
 */
@NullMarked
package io.clipmeter.tracking.source.discovery;

import org.jspecify.annotations.NullMarked;
