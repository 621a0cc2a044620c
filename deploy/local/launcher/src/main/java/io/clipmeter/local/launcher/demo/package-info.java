/**
 * Walks the whole way from a campaign to a paid cent, through the gateway like anybody else. Knows
 * the public API and no service's inside.
 */
@NullMarked
package io.clipmeter.local.launcher.demo;

import org.jspecify.annotations.NullMarked;
