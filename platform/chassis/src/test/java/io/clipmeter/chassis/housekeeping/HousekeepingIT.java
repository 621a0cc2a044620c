package io.clipmeter.chassis.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.app.ProbeApplication;
import io.clipmeter.testing.WithEngines;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithEngines
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HousekeepingIT {
  private final Instant now = Instant.now();

  @Autowired List<Expiring> tables;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("outboxRelay")
  Lifecycle relay;

  @Test
  void eventsAreRememberedFor45Days() {
    seen("at 44 days", 44);
    seen("at 46 days", 46);

    forget();

    assertThat(texts("SELECT event_id FROM chassis.inbox WHERE event_id LIKE 'at % days'"))
        .containsExactly("at 44 days");
  }

  @Test
  void idempotencyKeysAreRememberedFor30Days() {
    used("at 29 days", 29);
    used("at 31 days", 31);

    forget();

    assertThat(texts("SELECT key FROM chassis.idempotency_key WHERE key LIKE 'at % days'"))
        .containsExactly("at 29 days");
  }

  @Test
  void onlyRowsThatWereSentAreForgottenAfter3Days() {
    relay.stop();
    long relayed = relayed();
    try {
      outbox(relayed + 1, "sent 2 days ago", 2);
      outbox(relayed + 2, "sent 4 days ago", 4);
      outbox(relayed + 3, "waiting for 4 days", 4);
      relayTo(relayed + 2);

      forget();

      assertThat(texts("SELECT topic FROM chassis.outbox WHERE topic LIKE '% days%' ORDER BY seq"))
          .containsExactly("sent 2 days ago", "waiting for 4 days");
    } finally {
      jdbc.sql("DELETE FROM chassis.outbox WHERE topic LIKE '% days%'").update();
      relayTo(relayed);
      relay.start();
    }
  }

  @Test
  void aTableThatCannotBeAskedDoesNotHoldUpTheOthers() {
    AtomicBoolean asked = new AtomicBoolean();
    Housekeeping housekeeping =
        new Housekeeping(
            List.of(
                at -> {
                  throw new IllegalStateException("away");
                },
                at -> asked.set(true)),
            Instant::now);

    housekeeping.start();
    await().atMost(Duration.ofSeconds(10)).untilTrue(asked);
    housekeeping.stop();

    assertThat(housekeeping.isRunning()).isFalse();
  }

  @Test
  void aClockThatIsAheadForgetsNothingThatIsStillToBeKept() {
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(40));
    Clock behind = Clock.fixed(now.minus(Duration.ofDays(40)), ZoneOffset.UTC);

    assertThat(HousekeepingSetup.time(Stream.of(jdbc), ahead))
        .isBefore(now.plus(Duration.ofDays(1)));
    assertThat(HousekeepingSetup.time(Stream.of(jdbc), behind)).isEqualTo(behind.instant());
    assertThat(HousekeepingSetup.time(Stream.empty(), behind)).isEqualTo(behind.instant());
  }

  private void forget() {
    tables.forEach(table -> table.forget(now));
  }

  private void seen(String id, int days) {
    jdbc.sql("INSERT INTO chassis.inbox VALUES ('housekeeping', ?, ?)")
        .params(id, daysAgo(days))
        .update();
  }

  private void used(String key, int days) {
    jdbc.sql("INSERT INTO chassis.idempotency_key VALUES ('ann', ?, '', '{}', ?)")
        .params(key, daysAgo(days))
        .update();
  }

  private void outbox(long seq, String topic, int days) {
    jdbc.sql("INSERT INTO chassis.outbox VALUES (15, ?, ?, '', '', '{}', ?)")
        .params(seq, topic, daysAgo(days))
        .update();
  }

  private long relayed() {
    return jdbc.sql("SELECT relayed FROM chassis.outbox_relay WHERE shard = 15")
        .query(Long.class)
        .single();
  }

  private void relayTo(long seq) {
    jdbc.sql("UPDATE chassis.outbox_relay SET relayed = ? WHERE shard = 15").param(seq).update();
  }

  private List<String> texts(String sql) {
    return jdbc.sql(sql).query((rs, n) -> rs.getString(1)).list();
  }

  private Timestamp daysAgo(int days) {
    return Timestamp.from(now.minus(Duration.ofDays(days)));
  }
}
