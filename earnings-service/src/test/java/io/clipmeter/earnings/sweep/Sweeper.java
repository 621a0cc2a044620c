package io.clipmeter.earnings.sweep;

import org.springframework.context.ApplicationContext;

/** The service's own sweep, by hand and not by the clock. */
public record Sweeper(ApplicationContext service) {
  /** Sweeps once. */
  public void sweep() {
    service.getBean(SweepClock.class).sweep();
  }
}
