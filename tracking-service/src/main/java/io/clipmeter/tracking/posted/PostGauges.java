package io.clipmeter.tracking.posted;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether posts are read as often as they should be: Ayrshare gives people few calls a minute. */
@Component
class PostGauges implements MeterBinder {
  /** One turn may be slow, or wait for a provider that is down, without being a backlog. */
  private static final int TURNS = 3;

  private static final String OVERDUE =
      """
      SELECT count(*) FROM scheduled_upload u JOIN scheduled_post p ON p.id = u.post_id
      WHERE u.status = 'POSTED' AND coalesce(u.read_due_at, u.scheduled_at, p.created_at) <= :late
      """;

  private final JdbcClient jdbc;
  private final PostAccounts accounts;
  private final PostSettings settings;
  private final Clock clock;

  PostGauges(JdbcClient jdbc, PostAccounts accounts, PostSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("clipmeter.tracking.posts.overdue", this, PostGauges::overdue)
        .description("Posts that should have been read three turns ago or earlier")
        .register(registry);
  }

  /** Where nobody reads posts none of them is late. */
  private double overdue() {
    Duration late = settings.every().multipliedBy(TURNS);
    return accounts.client().isEmpty()
        ? 0
        : jdbc.sql(OVERDUE)
            .param("late", Timestamp.from(clock.instant().minus(late)))
            .query(Integer.class)
            .single();
  }
}
