/**
 * Rounds that are being read: kept in memory until they are whole, then handed to settlement. Kafka
 * is what keeps their readings meanwhile; rounds that grow too large or stay open too long go into
 * tables.
 *
 * <p>Never decides an amount, and never lets go of a reading before its round is settled or kept.
 */
@NullMarked
package io.clipmeter.earnings.gathering;

import org.jspecify.annotations.NullMarked;
