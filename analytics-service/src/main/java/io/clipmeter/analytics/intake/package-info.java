/**
 * Turns records of any topic into facts for one of the read models.
 *
 * <p>Never keeps anything itself.
 */
@NullMarked
package io.clipmeter.analytics.intake;

import org.jspecify.annotations.NullMarked;
