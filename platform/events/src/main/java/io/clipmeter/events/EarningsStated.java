package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What all facts about one clipper's earnings in one currency come to that happened in one minute,
 * said once that minute is closed for good: whoever read the facts can compare. It moves nothing.
 * Key: the clipper, so that it is read after every fact that it sums up.
 *
 * @param clipperId whose earnings they are: the subject of the clipper's token
 * @param minute the minute that the facts say they happened in, by {@link #minuteOf}
 * @param facts how many facts there are: accruals of more than nothing, adjustments, holds and
 *     their ends; 1 or more
 * @param accrued the sum of the accruals
 * @param adjusted the sum of the adjustments; negative where more was taken back
 * @param held the sum of the holds that began
 * @param released the sum of the holds that ended
 * @param statedAt when it was said, after the minute
 */
public record EarningsStated(
    String clipperId,
    Instant minute,
    long facts,
    Amount accrued,
    Amount adjusted,
    Amount held,
    Amount released,
    Instant statedAt)
    implements Event {
  private static final int HALF_A_MICROSECOND = 500;

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public EarningsStated {
    Must.beId(clipperId, "clipperId");
    Must.beInstant(minute, "minute");
    if (!minute.equals(minute.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("minute must be the beginning of one");
    }
    Must.beAtLeastOne(facts, "facts");
    Must.notBeNegative(accrued, "accrued");
    requireNonNull(adjusted, "adjusted");
    Must.notBeNegative(held, "held");
    Must.notBeNegative(released, "released");
    Must.shareCurrency(accrued, adjusted);
    Must.shareCurrency(accrued, held);
    Must.shareCurrency(accrued, released);
    Must.beInstant(statedAt, "statedAt");
    if (statedAt.isBefore(minute.plus(1, ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("statedAt must be after the minute");
    }
  }

  /**
   * The minute that a fact of this instant belongs to: of its microsecond, rounded half up as
   * databases keep it, so that both sides put it into the same one.
   */
  public static Instant minuteOf(Instant happened) {
    return happened.plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  public EventType type() {
    return EventType.EARNINGS_STATED;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
