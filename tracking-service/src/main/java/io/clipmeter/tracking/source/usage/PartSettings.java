package io.clipmeter.tracking.source.usage;

import io.clipmeter.chassis.setting.Bounds;
import io.clipmeter.tracking.source.call.Purpose;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the limits of each provider are parted.
 *
 * @param keptForMoney per cent of the month's money, of the quota, of the calls in a minute and of
 *     the runs or calls at a time that only rounds and baselines use, 0 to 99; they may use the
 *     rest as well
 */
@ConfigurationProperties("clipmeter.tracking.usage")
public record PartSettings(@DefaultValue("80") int keptForMoney) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.usage");

  private static final int ALL = 100;

  /**
   * @throws IllegalArgumentException where the value is out of its range
   */
  public PartSettings {
    BOUNDS.check("kept-for-money", keptForMoney, 0, ALL - 1);
  }

  /** As much of a limit as this purpose may use, rounded down. */
  long of(long limit, Purpose purpose) {
    return switch (purpose) {
      case MONEY -> limit;
      case PEOPLE -> Math.multiplyExact(limit, ALL - keptForMoney) / ALL;
    };
  }

  /**
   * As many of these turns or places as it may take: at least one, or it would have to wait for
   * ever.
   */
  int turns(int all, Purpose purpose) {
    return Math.max(1, Math.toIntExact(of(all, purpose)));
  }
}
