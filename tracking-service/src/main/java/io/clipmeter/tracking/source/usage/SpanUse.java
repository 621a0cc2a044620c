package io.clipmeter.tracking.source.usage;

/**
 * What was used of a provider in a day or a month.
 *
 * @param calls that were made or are being made
 * @param failed of them, those that gave no usable answer
 * @param videos that were asked for
 * @param units of the provider's quota
 * @param spentMicros millionths of a US dollar, at the configured prices
 * @param tookMs of all calls that ended
 */
public record SpanUse(
    long calls, long failed, long videos, long units, long spentMicros, long tookMs) {

  /** Nothing yet. */
  public static final SpanUse NONE = new SpanUse(0, 0, 0, 0, 0, 0);
}
