package io.clipmeter.payout.hook;

import io.clipmeter.chassis.housekeeping.Expiring;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls that were acted on. */
@Component
class Hooks implements Expiring {
  private final JdbcClient jdbc;
  private final HookSettings settings;

  Hooks(JdbcClient jdbc, HookSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** False where it was there before. */
  boolean add(String eventId, Instant now) {
    return jdbc.sql(
                "INSERT INTO paypal_hook (event_id, received_at) VALUES (:id, :now)"
                    + " ON CONFLICT DO NOTHING")
            .param("id", eventId)
            .param("now", Timestamp.from(now))
            .update()
        > 0;
  }

  @Override
  public void forget(Instant now) {
    jdbc.sql("DELETE FROM paypal_hook WHERE received_at < :before")
        .param("before", Timestamp.from(now.minus(settings.keep())))
        .update();
  }
}
