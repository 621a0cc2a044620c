package io.clipmeter.tracking.source.call;

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

  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  public CallSettings {
    within("per-minute", perMinute, 1, 100_000);
    within("tries-max", triesMax, 1, 10);
    within("back-off (ms)", backOff.toMillis(), 1, 60_000);
    within("back-off-max (ms)", backOffMax.toMillis(), backOff.toMillis(), 600_000);
    within("connect-timeout (ms)", connectTimeout.toMillis(), 1, 60_000);
    within("answer-timeout (ms)", answerTimeout.toMillis(), 1, 600_000);
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "calls.%s must be %d to %d, not %d".formatted(name, least, most, value));
    }
  }
}
