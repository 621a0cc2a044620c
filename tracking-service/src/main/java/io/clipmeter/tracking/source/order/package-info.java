/**
 * Asks a platform's providers in their order, and tells an outage from an answer.
 *
 * <p>Never knows how a provider is reached.
 */
@NullMarked
package io.clipmeter.tracking.source.order;

import org.jspecify.annotations.NullMarked;
