/**
 * Publishes what a transaction decided: rows written with the decision, relayed to Kafka in order.
 *
 * <p>Never publishes anything that did not commit and never reorders what one key saw.
 */
@NullMarked
package io.clipmeter.chassis.outbox;

import org.jspecify.annotations.NullMarked;
