/**
 * Runs the six services and their two local helpers as the processes that they are in production.
 * Knows their ports and their environment, never what they do.
 */
@NullMarked
package io.clipmeter.local.launcher.service;

import org.jspecify.annotations.NullMarked;
