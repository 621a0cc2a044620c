/**
 * Owns the published language: topics, event records, their JSON Schemas and samples. Never decides
 * anything, never talks to a broker, and knows no JSON library: any may read and write the records.
 *
 * <p>One flat package, larger than others, because a sealed interface and its records share one.
 */
@NullMarked
package io.clipmeter.events;

import org.jspecify.annotations.NullMarked;
