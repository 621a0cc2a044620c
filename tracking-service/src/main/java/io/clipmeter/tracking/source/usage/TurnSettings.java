package io.clipmeter.tracking.source.usage;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets turns, and work.
 *
 * @param clockAheadMax how far an instance's clock may be ahead of the database's: beyond that it
 *     gets none, as it would see nobody else's; 5 min to 100,000 days
 */
@ConfigurationProperties("clipmeter.tracking.turn")
public record TurnSettings(@DefaultValue("65m") Duration clockAheadMax) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.turn");

  /**
   * @throws IllegalArgumentException where the value is out of its range
   */
  public TurnSettings {
    BOUNDS.check("clock-ahead-max (min)", clockAheadMax.toMinutes(), 5, 144_000_000);
  }
}
