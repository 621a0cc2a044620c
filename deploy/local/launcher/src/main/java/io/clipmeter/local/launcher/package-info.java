/**
 * Owns the {@code ./clipmeter} command: the local stack on one machine. Never part of production.
 */
@NullMarked
package io.clipmeter.local.launcher;

import org.jspecify.annotations.NullMarked;
