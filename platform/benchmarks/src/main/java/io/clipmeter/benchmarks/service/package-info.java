/**
 * Runs the earnings service from its jar, and speaks to it as the other services do: by topic.
 * Never looks into its classes.
 */
@NullMarked
package io.clipmeter.benchmarks.service;

import org.jspecify.annotations.NullMarked;
