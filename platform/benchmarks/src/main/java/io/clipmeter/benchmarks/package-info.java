/**
 * Runs one benchmark by its name. Decides nothing about what is measured or how: each benchmark has
 * a package of its own.
 */
@NullMarked
package io.clipmeter.benchmarks;

import org.jspecify.annotations.NullMarked;
