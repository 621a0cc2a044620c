package io.clipmeter.submission.ending;

import io.clipmeter.submission.campaign.CampaignDesk;
import io.clipmeter.submission.campaign.CampaignRows;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for campaigns whose time is up, each ended in a transaction of its own. */
@Component
public class EndingRunner {
  private static final Logger LOG = LoggerFactory.getLogger(EndingRunner.class);
  private static final int AT_ONCE = 100;

  private final CampaignRows rows;
  private final CampaignDesk desk;
  private final Clock clock;

  EndingRunner(CampaignRows rows, CampaignDesk desk, Clock clock) {
    this.rows = rows;
    this.desk = desk;
    this.clock = clock;
  }

  /** Ends those that are over, as often as configured. */
  @Scheduled(fixedDelayString = "${clipmeter.submission.ending-every:PT1M}")
  public void endThoseThatAreOver() {
    rows.over(clock.instant(), AT_ONCE).forEach(this::end);
  }

  private void end(UUID id) {
    try {
      desk.endByTime(id);
    } catch (OptimisticLockingFailureException somebodyElseChangedIt) {
      LOG.info("campaign {} changed while it was to end; the next look finds it", id);
    }
  }
}
