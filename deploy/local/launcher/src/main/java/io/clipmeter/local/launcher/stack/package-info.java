/**
 * Starts, stops and shows the parts together: in order, at most two at a time, all or nothing.
 * Knows no part in particular.
 */
@NullMarked
package io.clipmeter.local.launcher.stack;

import org.jspecify.annotations.NullMarked;
