/**
 * What an actor finds for its input: the items of a run.
 *
 * <p>Knows no time: what holds at a run's start holds for all of it.
 */
@NullMarked
package io.clipmeter.local.simulator.scrape;

import org.jspecify.annotations.NullMarked;
