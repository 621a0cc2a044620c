/**
 * What a clipper sees of their own work.
 *
 * <p>Never shows anything of another clipper.
 */
@NullMarked
package io.clipmeter.analytics.dashboard;

import org.jspecify.annotations.NullMarked;
