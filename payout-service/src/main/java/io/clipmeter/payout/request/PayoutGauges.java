package io.clipmeter.payout.request;

import io.clipmeter.payout.balance.WatchSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** How many payout requests there are in each status. */
@Component
class PayoutGauges implements SchedulingConfigurer {
  private final PayoutRequests requests;
  private final WatchSettings settings;
  private volatile Map<PayoutStatus, Long> counts = Map.of();

  PayoutGauges(PayoutRequests requests, WatchSettings settings, MeterRegistry meters) {
    this.requests = requests;
    this.settings = settings;
    for (PayoutStatus status : PayoutStatus.values()) {
      Gauge.builder("clipmeter.payout.requests", () -> counts.getOrDefault(status, 0L))
          .description("Payout requests by status")
          .tag("status", status.name())
          .register(meters);
    }
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::look, settings.every());
  }

  void look() {
    counts = requests.countByStatus();
  }
}
