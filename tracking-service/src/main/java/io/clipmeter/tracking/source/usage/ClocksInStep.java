package io.clipmeter.tracking.source.usage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this instance's clock may be gone by. To one that is far ahead all is due and every lease
 * has run out, and as it may not call anybody it could only take others' work and leave it undone.
 */
@Component
public class ClocksInStep {
  /** By the one clock that all instances share. */
  static final String IN_STEP = "(:now::timestamptz <= now() + :ahead * interval '1 ms')";

  private static final Logger LOG = LoggerFactory.getLogger(ClocksInStep.class);
  private static final String ASK = "SELECT " + IN_STEP;

  private final JdbcClient jdbc;
  private final TurnSettings settings;
  private final AtomicBoolean wereInStep = new AtomicBoolean(true);

  /** With this bound. */
  public ClocksInStep(JdbcClient jdbc, TurnSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** What the one clock shows that all instances share. */
  public Instant shared() {
    return jdbc.sql("SELECT now()").query(Timestamp.class).single().toInstant();
  }

  /** Whether this is what our clock shows, and it is not too far ahead of the database's. */
  public boolean at(Instant now) {
    boolean inStep =
        jdbc.sql(ASK)
            .param("now", Timestamp.from(now))
            .param("ahead", settings.clockAheadMax().toMillis())
            .query(Boolean.class)
            .single();
    if (wereInStep.getAndSet(inStep) != inStep) {
      tell(inStep);
    }
    return inStep;
  }

  private void tell(boolean inStep) {
    if (inStep) {
      LOG.info("the clock is in step with the database's again");
    } else {
      LOG.error(
          "the clock is more than {} ahead of the database's: nothing is taken up or read",
          settings.clockAheadMax());
    }
  }
}
