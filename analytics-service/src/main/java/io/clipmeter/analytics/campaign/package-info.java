/**
 * Each campaign as it is now, by the newest version heard.
 *
 * <p>Never touches what clips earned.
 */
@NullMarked
package io.clipmeter.analytics.campaign;

import org.jspecify.annotations.NullMarked;
