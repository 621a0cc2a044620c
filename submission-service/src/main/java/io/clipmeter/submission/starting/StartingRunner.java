package io.clipmeter.submission.starting;

import io.clipmeter.submission.campaign.CampaignDesk;
import io.clipmeter.submission.campaign.CampaignRows;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for campaigns whose start has come, each opened in a transaction of its own. */
@Component
public class StartingRunner {
  private static final Logger LOG = LoggerFactory.getLogger(StartingRunner.class);
  private static final int AT_ONCE = 100;

  private final CampaignRows rows;
  private final CampaignDesk desk;
  private final Clock clock;

  StartingRunner(CampaignRows rows, CampaignDesk desk, Clock clock) {
    this.rows = rows;
    this.desk = desk;
    this.clock = clock;
  }

  /** Opens those that are due, as often as configured. */
  @Scheduled(fixedDelayString = "${clipmeter.submission.starting-every:PT10S}")
  public void startThoseThatAreDue() {
    rows.due(clock.instant(), AT_ONCE).forEach(this::start);
  }

  private void start(UUID id) {
    try {
      desk.startByTime(id);
    } catch (OptimisticLockingFailureException somebodyElseChangedIt) {
      LOG.info("campaign {} changed while it was to start; the next look finds it", id);
    }
  }
}
