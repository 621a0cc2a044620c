package io.clipmeter.payout.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.payout.RunningService;
import io.clipmeter.testing.Trials;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random schedules of clippers' money, against purses on paper. Each clipper is one schedule.
 * {@code -Dschedules.count=100000} runs so many, {@code -Dtrials.seed} repeats.
 */
class ScheduleIT extends RunningService {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleIT.class);
  private static final Set<String> KAFKA = Set.of("OutboxRelay", "Consumers");
  private static final int AT_ONCE = 8;
  private static final int STEPS = 150;
  private static final long MOST = 900_000_000;
  private static final String BALANCES =
      """
      SELECT concat_ws(' ', clipper_id, earned_micros - taken_back_micros, held_micros, reserved_micros, paid_micros)
      FROM balance WHERE clipper_id = ANY(?)
      """;
  private static final String PAYOUTS =
      "SELECT id, status FROM payout_request WHERE clipper_id = ANY(?)";
  private static final String MARK = "SELECT next_seq - 1 FROM chassis.outbox_shard ORDER BY shard";
  private static final String TOLD =
      """
      SELECT headers ->> 'ce_type' AS type, convert_from(value, 'UTF8')::json ->> 'payoutId' AS payout
      FROM unnest(:marks::bigint[]) WITH ORDINALITY AS m (seq, place)
      CROSS JOIN LATERAL (SELECT * FROM chassis.outbox o WHERE o.shard = m.place - 1 AND o.seq > m.seq ORDER BY o.seq LIMIT 100000) o
      WHERE CASE WHEN topic = :topic THEN convert_from(value, 'UTF8')::json ->> 'clipperId' END = ANY(:clippers)
      """;

  @Autowired private ApplicationContext service;
  @Autowired private TransactionTemplate transaction;
  private int worlds;
  private long since;
  private int payouts;

  @Test
  void everyPurseHoldsWhatThePaperSays() {
    int schedules = Integer.getInteger("schedules.count", 40);
    long seed = Long.getLong("trials.seed", new SplittableRandom().nextLong());
    LOG.info("{} schedules of seed {}", schedules, seed);
    since = System.nanoTime();
    Trials.of(Math.ceilDiv(schedules, AT_ONCE)).seed(seed).check(this::world);

    LOG.info("{} schedules had {} payouts", schedules, payouts);
    assertThat(payouts).as("payouts").isPositive();
  }

  private void world(RandomGenerator random) {
    List<Purse> purses = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      purses.add(new Purse(newClipper()));
    }
    Long[] marks = sql.sql(MARK).query(Long.class).list().toArray(Long[]::new);
    Earners earners = new Earners(service, random);
    Counter counter = new Counter(service, random);
    for (int step = 0; step < STEPS; step++) {
      boolean commits = random.nextInt(10) > 0;
      Runnable onPaper = transact(commits, () -> step(purses, earners, counter, random));
      if (commits) {
        onPaper.run();
      }
      compare(purses);
    }
    compareNews(purses, marks);
    payouts += purses.stream().mapToInt(purse -> purse.payouts.size()).sum();
    worldEnded();
  }

  /** Each thousand is said: a long run must not slow down with what it leaves behind. */
  private void worldEnded() {
    worlds++;
    if (Integer.bitCount(worlds) == 1) {
      // Plans made for few rows would be kept for many.
      sql.sql("ANALYZE").update();
    }
    if (worlds * AT_ONCE % 1_000 < AT_ONCE) {
      long now = System.nanoTime();
      LOG.info("{} schedules, {} ms later", worlds * AT_ONCE, (now - since) / 1_000_000);
      since = now;
    }
  }

  /** Nothing is sent and nothing is read but what this test plays. */
  @BeforeEach
  void leaveKafkaOut() {
    quiet(SmartLifecycle::stop);
  }

  @AfterEach
  void letKafkaIn() {
    quiet(SmartLifecycle::start);
  }

  private void quiet(Consumer<SmartLifecycle> change) {
    service.getBeansOfType(SmartLifecycle.class).values().stream()
        .filter(part -> KAFKA.contains(part.getClass().getSimpleName()))
        .forEach(change);
  }

  private Runnable transact(boolean commits, Supplier<Runnable> deed) {
    Runnable onPaper =
        transaction.execute(
            status -> {
              Runnable means = deed.get();
              // A refusal has marked it before: then the template rolls back without complaint.
              if (!commits || status.isRollbackOnly()) {
                status.setRollbackOnly();
              }
              return means;
            });
    return onPaper == null ? () -> {} : onPaper;
  }

  private static Runnable step(
      List<Purse> purses, Earners earners, Counter counter, RandomGenerator random) {
    Purse purse = purses.get(random.nextInt(purses.size()));
    List<UUID> all = purses.stream().flatMap(each -> each.payouts.keySet().stream()).toList();
    return switch (random.nextInt(10)) {
      case 0, 1 -> earners.tell(some(purses, random));
      case 2 -> random.nextInt(4) == 0 ? earners.mature(purses) : () -> {};
      case 3, 4, 5 -> counter.ask(purse, amount(purse, random));
      case 6 -> all.isEmpty() ? () -> {} : counter.provide(purses, some(all, random));
      default -> {
        List<UUID> own = List.copyOf(purse.payouts.keySet());
        yield own.isEmpty() ? () -> {} : counter.decide(purse, own.get(random.nextInt(own.size())));
      }
    };
  }

  private static <T> List<T> some(List<T> all, RandomGenerator random) {
    List<T> some = all.stream().filter(each -> random.nextInt(3) == 0).toList();
    return some.isEmpty() ? List.of(all.getFirst()) : some;
  }

  /** Mostly what there is, in whole cents; at times too much, too little or with a fraction. */
  private static BigInteger amount(Purse purse, RandomGenerator random) {
    long available = Math.clamp(purse.available().longValueExact(), 0, MOST);
    long cents = available / 10_000;
    return BigInteger.valueOf(
        switch (random.nextInt(6)) {
          case 0 -> (cents + 1) * 10_000;
          case 1 -> 10_000 * random.nextLong(1, cents + 2);
          case 2 -> cents * 10_000 + 1;
          default -> Math.max(1, cents) * 10_000;
        });
  }

  private void compare(List<Purse> purses) {
    String[] clippers = clippers(purses);
    List<String> balances = sql.sql(BALANCES).param(clippers).query(String.class).list();
    assertThat(purses.stream().map(Purse::line).filter(balances::contains))
        .as("balances")
        .containsExactlyInAnyOrderElementsOf(balances);
    assertThat(purses)
        .filteredOn(purse -> balances.stream().noneMatch(b -> b.startsWith(purse.clipper)))
        .allMatch(purse -> purse.earned.signum() == 0);
    Map<UUID, String> statuses = new TreeMap<>();
    sql.sql(PAYOUTS)
        .param(clippers)
        .query(
            rs -> {
              statuses.put(rs.getObject(1, UUID.class), rs.getString(2));
            });
    Map<UUID, String> onPaper = new TreeMap<>();
    purses.forEach(purse -> purse.payouts.forEach((id, status) -> onPaper.put(id, status.name())));
    assertThat(statuses).isEqualTo(onPaper);
  }

  /** What was told since the marks. */
  private void compareNews(List<Purse> purses, Long[] marks) {
    List<String> told =
        sql.sql(TOLD)
            .param("marks", marks)
            .param("topic", Topic.PAYOUTS.topicName())
            .param("clippers", clippers(purses))
            .query(
                (rs, n) ->
                    EventType.of(rs.getString(1)).orElseThrow().name() + " " + rs.getString(2))
            .list();
    assertThat(told)
        .as("news, each once")
        .containsExactlyInAnyOrderElementsOf(
            purses.stream().flatMap(purse -> purse.told.stream()).toList());
  }

  private static String[] clippers(List<Purse> purses) {
    return purses.stream().map(purse -> purse.clipper).toArray(String[]::new);
  }
}
