/**
 * The little HTTP that the simulator needs: routes, bounded bodies, answers.
 *
 * <p>Knows nothing of Apify.
 */
@NullMarked
package io.clipmeter.local.simulator.http;

import org.jspecify.annotations.NullMarked;
