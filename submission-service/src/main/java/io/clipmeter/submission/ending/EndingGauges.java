package io.clipmeter.submission.ending;

import io.clipmeter.submission.campaign.CampaignRows;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How many campaigns wait for too long to be told that they are over. */
@Component
class EndingGauges implements MeterBinder {
  private final CampaignRows rows;
  private final EndingSettings settings;
  private final Clock clock;

  EndingGauges(CampaignRows rows, EndingSettings settings, Clock clock) {
    this.rows = rows;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("clipmeter.submission.campaigns.ending.late", this, EndingGauges::late)
        .description("Campaigns that were to end longer ago than an end takes, and are not over")
        .register(meters);
  }

  private long late() {
    return rows.notEnded(clock.instant().minus(settings.within()));
  }
}
