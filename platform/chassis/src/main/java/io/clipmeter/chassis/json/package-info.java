/**
 * How all services read JSON, from people and from topics.
 *
 * <p>Never knows what is read.
 */
@NullMarked
package io.clipmeter.chassis.json;

import org.jspecify.annotations.NullMarked;
