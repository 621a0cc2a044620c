package io.clipmeter.earnings.sweep;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps every minute; each instance does, and finds nothing where another was first. */
@Component
class SweepClock {
  private static final Logger LOG = LoggerFactory.getLogger(SweepClock.class);
  private static final int AT_ONCE = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String EVERY = "${clipmeter.earnings.sweep-every:PT1M}";

  private final ReadyCampaigns ready;
  private final SweepRunner runner;

  SweepClock(ReadyCampaigns ready, SweepRunner runner) {
    this.ready = ready;
    this.runner = runner;
  }

  /** Tries each campaign once; one that fails again is tried the next time. */
  @Scheduled(initialDelayString = EVERY, fixedDelayString = EVERY)
  void sweep() {
    List<UUID> next = ready.after(BEFORE_ALL, AT_ONCE);
    while (!next.isEmpty()) {
      next.forEach(this::settle);
      next = ready.after(next.getLast(), AT_ONCE);
    }
  }

  private void settle(UUID campaign) {
    try {
      runner.settle(campaign);
    } catch (RuntimeException failure) {
      LOG.error("campaign {} cannot be settled and waits", campaign, failure);
    }
  }
}
