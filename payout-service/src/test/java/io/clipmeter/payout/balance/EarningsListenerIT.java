package io.clipmeter.payout.balance;

import static io.clipmeter.payout.EarningsTopic.accrual;
import static io.clipmeter.payout.EarningsTopic.pending;
import static io.clipmeter.payout.TopicReader.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.EventType;
import io.clipmeter.payout.EarningsTopic;
import io.clipmeter.payout.EarningsTopic.Said;
import io.clipmeter.payout.RunningService;
import io.clipmeter.payout.TopicReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the earnings service says reaches each balance once, to the micro-unit. */
class EarningsListenerIT extends RunningService {
  private static final String DEAD_LETTERS = "clipping.earnings.v1.payout-earnings.dlt";

  @Autowired private LedgerWatch watch;
  @Autowired private MeterRegistry meters;
  private final String clipper = newClipper();

  @Test
  void anAccrualSaidAgainCountsOnce() {
    Said said = accrual(UUID.randomUUID(), clipper, "1.000001", "USD");
    say(said, said, said);
    say(said);
    sayLast();
    assertThat(earnedMicros(clipper, "USD")).isEqualTo(1_000_001);
  }

  @Test
  void anAccrualSaidUnderAnotherEventIdCountsOnce() {
    Said said = accrual(UUID.randomUUID(), clipper, "1.000001", "USD");
    say(said, said.as(UUID.randomUUID()));
    sayLast();
    say(said.as(UUID.randomUUID()));
    sayLast();
    assertThat(earnedMicros(clipper, "USD")).isEqualTo(1_000_001);
  }

  @Test
  void anAccrualThatContradictsAnEarlierOneIsSetAsideAndItsNeighboursCount() {
    UUID id = UUID.randomUUID();
    say(accrual(id, clipper, "1", "USD"));
    sayLast();
    Said contradiction = accrual(id, clipper, "2", "USD").as(UUID.randomUUID());
    say(accrual(UUID.randomUUID(), clipper, "10", "USD"), contradiction);
    say(accrual(UUID.randomUUID(), clipper, "100", "USD"));
    sayLast();
    assertThat(earnedMicros(clipper, "USD")).isEqualTo(111_000_000);
    assertThat(causeOf(contradiction)).contains("was counted with another clipper or amount");
  }

  @Test
  void anAccrualThatIsPayableLaterAfterAllCountsOnceAndIsSetAside() {
    UUID id = UUID.randomUUID();
    say(accrual(id, clipper, "1", "USD"));
    sayLast();
    Said later = pending(id, clipper, "1", "2031-01-01T00:00:00Z").as(UUID.randomUUID());
    say(later, accrual(UUID.randomUUID(), clipper, "10", "USD"));
    sayLast();
    assertThat(earnedMicros(clipper, "USD")).isEqualTo(11_000_000);
    assertThat(causeOf(later)).contains("ledger_entry_one_accrual");
  }

  @Test
  void poisonIsSetAsideAndItsNeighboursCount() {
    List<Said> poison =
        List.of(
            accrued("not json"),
            accrued("null"),
            accrued("{}"),
            accrued("[[[[[["),
            accrual(UUID.randomUUID(), clipper, "-1", "USD"),
            accrual(UUID.randomUUID(), clipper, "1e3", "USD"),
            accrual(UUID.randomUUID(), clipper, "1", "XTS"),
            keyed(accrual(UUID.randomUUID(), clipper + "\\u0000", "1", "USD")),
            keyed(accrual(UUID.randomUUID(), "c".repeat(256), "1", "USD")));
    List<Said> all = new ArrayList<>();
    for (Said bad : poison) {
      all.add(accrual(UUID.randomUUID(), clipper, "1", "USD"));
      all.add(bad);
    }
    say(all.toArray(Said[]::new));
    sayLast();
    assertThat(earnedMicros(clipper, "USD")).isEqualTo(poison.size() * 1_000_000L);
    poison.forEach(bad -> assertThat(causeOf(bad)).isNotBlank());
  }

  @Test
  void anAccrualThatNoBalanceCanHoldIsSetAsideAndAllTogetherMayBeMore() {
    String largest = "9223372036854.775807";
    Said tooMuch = accrual(UUID.randomUUID(), clipper, "0.000001", "CHF");
    say(accrual(UUID.randomUUID(), clipper, largest, "CHF"));
    say(keyed(accrual(UUID.randomUUID(), newClipper(), largest, "CHF")));
    sayLast();
    say(tooMuch);
    sayLast();
    assertThat(earnedMicros(clipper, "CHF")).isEqualTo(Long.MAX_VALUE);
    assertThat(causeOf(tooMuch)).contains("DataIntegrityViolationException");
    watch.look();
    assertThat(meters.get("clipmeter.payout.balance.micros").tag("currency", "CHF").gauges())
        .hasSize(5);
    assertThat(meters.get("clipmeter.payout.ledger.check.age").gauge().value()).isLessThan(20);
  }

  @Test
  void otherTypesAndNothingChangeNothing() {
    Said finalized =
        new Said(
            UUID.randomUUID().toString(),
            EventType.EARNINGS_FINALIZED.ceType(),
            clipper,
            "{}".getBytes(UTF_8));
    Said later =
        new Said(UUID.randomUUID().toString(), "io.clipmeter.later.v1", clipper, new byte[] {1});
    say(finalized, later, accrual(UUID.randomUUID(), clipper, "0", "USD"));
    sayLast();
    assertThat(clipper(clipper).get("/api/clippers/balance").text()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void thousandsOfAccrualsWithRepetitionsAddUpExactly() {
    SplittableRandom random = new SplittableRandom(7);
    List<String> clippers = List.of(newClipper(), newClipper(), clipper);
    long[] expected = new long[clippers.size()];
    List<Said> all = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      int who = random.nextInt(clippers.size());
      long micros = random.nextLong(1, 5_000_000);
      expected[who] += micros;
      String amount = micros / 1_000_000 + "." + String.format("%06d", micros % 1_000_000);
      Said said = keyed(accrual(UUID.randomUUID(), clippers.get(who), amount, "USD"));
      all.add(said);
      if (random.nextInt(10) == 0) {
        all.add(said);
        all.add(random.nextInt(1, all.size()), said.as(UUID.randomUUID()));
      }
    }
    say(all.toArray(Said[]::new));
    sayLast();
    for (int who = 0; who < expected.length; who++) {
      assertThat(earnedMicros(clippers.get(who), "USD")).isEqualTo(expected[who]);
    }
  }

  private void say(Said... records) {
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(records);
    }
  }

  /** A further accrual in the same partition: when it has arrived, all before it have. */
  private void sayLast() {
    Said last = accrual(UUID.randomUUID(), newClipper(), "1", "USD");
    say(keyed(last));
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> isPosted(last));
  }

  private boolean isPosted(Said said) {
    return sql.sql("SELECT count(*) FROM ledger_entry WHERE reference = ?::uuid")
            .param(said.id())
            .query(Long.class)
            .single()
        == 1;
  }

  /** In the partition of this test's clipper, whosever it is. */
  private Said keyed(Said said) {
    return new Said(said.id(), said.type(), clipper, said.value());
  }

  private Said accrued(String value) {
    return new Said(
        UUID.randomUUID().toString(),
        EventType.EARNINGS_ACCRUED.ceType(),
        clipper,
        value.getBytes(UTF_8));
  }

  private String causeOf(Said said) {
    try (TopicReader reader = new TopicReader(engines, DEAD_LETTERS)) {
      var found = reader.await(1, r -> header(r, "ce_id").equals(said.id()));
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().value()).isEqualTo(said.value());
      return header(found.getFirst(), "dlt_cause");
    }
  }
}
