package io.clipmeter.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.EventType;
import io.clipmeter.payout.balance.LedgerInvariants;
import io.clipmeter.payout.balance.LedgerInvariants.Findings;
import io.clipmeter.testing.Engines;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.testing.WithEngines;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The service on real engines. One context serves all tests; each test has clippers of its own, and
 * after each the whole ledger must add up.
 */
@WithEngines
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "clipmeter.payout.details.key=" + RunningService.KEY,
      "clipmeter.payout.watch.every=1s",
      "clipmeter.payout.reconciliation.every=1d",
      "clipmeter.payout.maturity-every=PT24H",
      "db-scheduler.enabled=false",
      "clipmeter.payout.request.minimums.CHF=20.00",
      "clipmeter.payout.request.maximums.CHF=10000.00",
      "clipmeter.payout.request.two-approvers-from.CHF=1000.00",
      "CRON_SECRET=" + RunningService.CRON_SECRET
    })
public abstract class RunningService {
  public static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
  public static final String CRON_SECRET = "not-a-real-cron-secret";

  @Autowired protected JdbcClient sql;
  @Autowired protected Engines engines;
  @Autowired private LedgerInvariants invariants;
  @LocalServerPort private int port;

  @AfterEach
  void theLedgerAddsUp() {
    assertThat(invariants.verify()).isEqualTo(Findings.NONE);
  }

  /** A clipper nobody has seen before. */
  protected static String newClipper() {
    return "clipper-" + UUID.randomUUID();
  }

  protected Api as(String token) {
    return new Api("http://localhost:" + port, token);
  }

  protected Api clipper(String id) {
    return as(TestTokens.clipper(id));
  }

  /** The same of another instance of the service. */
  protected static Api clipper(String id, ApplicationContext instance) {
    String port = instance.getEnvironment().getRequiredProperty("local.server.port");
    return new Api("http://localhost:" + port, TestTokens.clipper(id));
  }

  protected Api admin(String id) {
    return as(TestTokens.admin(id));
  }

  /** A clipper who has earned this much, and the service knows. */
  protected Api clipperWith(String id, String amount, String currency) {
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(EarningsTopic.accrual(UUID.randomUUID(), id, amount, currency));
    }
    awaitEarned(id, currency);
    return clipper(id);
  }

  protected Api clipperWith(String id, String dollars) {
    return clipperWith(id, dollars, "USD");
  }

  /** Dollars of a clipper are held, and the service knows; gives the hold. */
  protected UUID hold(String id, String dollars) {
    UUID hold = UUID.randomUUID();
    tellOfHold(EventType.EARNINGS_HELD, hold, id, dollars, "heldAt");
    return hold;
  }

  /** What {@link #hold} held is free again, and the service knows. */
  protected void release(UUID hold, String id, String dollars) {
    tellOfHold(EventType.EARNINGS_RELEASED, hold, id, dollars, "releasedAt");
  }

  private void tellOfHold(EventType type, UUID hold, String id, String dollars, String time) {
    long before = heldMicros(id);
    String rest = "\"reason\":\"x\",\"" + time + "\":\"2026-03-02T12:00:00Z\"";
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(EarningsTopic.correction(type, hold, id, dollars, rest));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> heldMicros(id) != before);
  }

  private long heldMicros(String id) {
    return sql.sql("SELECT held_micros FROM balance WHERE clipper_id = ? AND currency = 'USD'")
        .param(id)
        .query(Long.class)
        .single();
  }

  /** What a clipper has earned is in question from now on. */
  protected void question(String id) {
    sql.sql(
            """
            INSERT INTO discrepancy (id, clipper_id, currency, minute, facts, posted_earned_micros,
                posted_held_micros, found_at)
            SELECT gen_random_uuid(), clipper_id, currency, minute, facts, 0, 0, now()
            FROM earning_minute WHERE clipper_id = ?\
            """)
        .param(id)
        .update();
  }

  /** And no more. */
  protected void clearUp(String id) {
    sql.sql(
            "UPDATE discrepancy SET resolved_at = now(), resolved_by = 'anna', reason = 'looked at'"
                + " WHERE clipper_id = ?")
        .param(id)
        .update();
  }

  private void awaitEarned(String id, String currency) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> earnedMicros(id, currency) > 0);
  }

  /** What the balance says was earned; 0 where there is none. */
  protected long earnedMicros(String id, String currency) {
    return sql.sql("SELECT earned_micros FROM balance WHERE clipper_id = ? AND currency = ?")
        .params(id, currency)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }
}
