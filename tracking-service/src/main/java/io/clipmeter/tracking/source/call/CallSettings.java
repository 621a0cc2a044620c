package io.clipmeter.tracking.source.call;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a provider may be called.
 *
 * @param perMinute calls in any minute, all instances together, 1 to 100,000
 * @param triesMax times a call is tried in all, 1 to 10
 * @param backOff before the second try; it doubles, with jitter; 1 ms to 1 min
 * @param backOffMax longest pause between two tries, and longest Retry-After that is waited for
 * @param connectTimeout 1 ms to 1 min
 * @param answerTimeout for the whole of one answer, 1 ms to 10 min
 */
public record CallSettings(
    @DefaultValue("30") int perMinute,
    @DefaultValue("4") int triesMax,
    @DefaultValue("500ms") Duration backOff,
    @DefaultValue("30s") Duration backOffMax,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("75s") Duration answerTimeout) {
  private static final Bounds BOUNDS = new Bounds("calls");

  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  public CallSettings {
    BOUNDS.check("per-minute", perMinute, 1, 100_000);
    BOUNDS.check("tries-max", triesMax, 1, 10);
    BOUNDS.check("back-off (ms)", backOff.toMillis(), 1, 60_000);
    BOUNDS.check("back-off-max (ms)", backOffMax.toMillis(), backOff.toMillis(), 600_000);
    BOUNDS.check("connect-timeout (ms)", connectTimeout.toMillis(), 1, 60_000);
    BOUNDS.check("answer-timeout (ms)", answerTimeout.toMillis(), 1, 600_000);
  }

  /** The same, but an answer comes within this time or not at all. */
  public CallSettings answeredWithin(Duration timeout) {
    return new CallSettings(
        perMinute,
        triesMax,
        backOff,
        backOffMax,
        connectTimeout.compareTo(timeout) < 0 ? connectTimeout : timeout,
        answerTimeout.compareTo(timeout) < 0 ? answerTimeout : timeout);
  }
}
