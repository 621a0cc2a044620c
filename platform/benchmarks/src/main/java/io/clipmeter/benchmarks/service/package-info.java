/**
 * Runs services from their jars, and speaks to them as other services do: by topic. Never looks
 * into their classes.
 */
@NullMarked
package io.clipmeter.benchmarks.service;

import org.jspecify.annotations.NullMarked;
