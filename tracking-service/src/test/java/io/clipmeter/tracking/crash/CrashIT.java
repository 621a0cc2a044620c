package io.clipmeter.tracking.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Topic;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.testing.Engines;
import io.clipmeter.tracking.Wire;
import io.clipmeter.tracking.crash.SlowApify.Ask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real processes of the service on one database and one broker; they are killed in the middle of
 * rounds, and one is stopped until its lease is over and goes on. Who holds what is asked of the
 * provider, whose answers decide when; no step hangs on how fast a process is. {@code
 * -Dcrash.seed=} repeats a run.
 */
class CrashIT {
  private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
  private static final String SECRET = "0123456789abcdef";
  private static final int CAMPAIGNS = 4;
  private static final int CLIPS = 30;
  private static final int ALL = CAMPAIGNS * CLIPS;
  private static final int ROUNDS = 3;

  private final long seed = Long.getLong("crash.seed", 20_260_301L);
  private final SplittableRandom random = new SplittableRandom(seed);
  private final SlowApify apify = new SlowApify();
  private final Engines engines = Engines.fresh();
  private final List<Instance> instances = new ArrayList<>();
  private final List<UUID> campaigns = new ArrayList<>();
  private final JsonMapper json = new JsonMapper();
  private Book book = new Book(JdbcClient.create(new DriverManagerDataSource()));
  private int started;

  @BeforeEach
  void start() {
    quieten();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(engines::bootstrapServers);
      threads.execute(engines::jdbcUrl);
    }
    book =
        new Book(
            JdbcClient.create(
                new DriverManagerDataSource(
                    engines.jdbcUrl(), engines.username(), engines.password())));
    for (int i = 0; i < 2; i++) {
      instances.add(instance());
    }
    instances.forEach(Instance::ready);
  }

  /** There is no Spring in this process that would do it. */
  private static void quieten() {
    LoggingSystem logging = LoggingSystem.get(CrashIT.class.getClassLoader());
    logging.setLogLevel(null, LogLevel.INFO);
    List.of("org.apache.kafka", "kafka", "state.change.logger", "io.zonky")
        .forEach(name -> logging.setLogLevel(name, LogLevel.WARN));
  }

  @AfterEach
  void end() {
    instances.forEach(Instance::close);
    apify.close();
    engines.close();
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void eachRoundClosesOnceWhoeverDies() {
    LOG.info("crash: -Dcrash.seed={}", seed);

    oneIsStoppedUntilItsRoundsAreOthers(1);
    oneOfTwoIsKilled(2);
    theLastOneIsKilledAndStartedAgain(3);

    assertThat(book.falseRows()).as("rounds that do not agree with their clips").isZero();
    try (Wire wire = new Wire(engines.bootstrapServers())) {
      campaigns.forEach(campaign -> othersHeardOnce(wire, campaign));
    }
  }

  /**
   * A zombie: it goes on while the rounds are open, and believes that they are its own. What it
   * asked for is answered then, and nobody else is.
   */
  private void oneIsStoppedUntilItsRoundsAreOthers(int number) {
    begin(number);
    Instance zombie = awaitPart(number);
    Set<String> waited = waitedFor(zombie);
    zombie.freeze();
    patience()
        .until(
            () -> {
              outsideOfTransactions(zombie);
              instances.stream().filter(each -> each != zombie).forEach(CrashIT::cron);
              return book.notTakenOver(number, waited) == 0;
            });
    Left left = left(number);
    apify.open(zombie.name());
    zombie.thaw();
    patience().until(() -> zombie.log().contains("went to another reader"));
    assertThat(book.read(number))
        .as("read by then, and nothing by who came too late")
        .containsExactlyInAnyOrderElementsOf(left.read());
    theOthersGoOn(number, left);
  }

  private void oneOfTwoIsKilled(int number) {
    begin(number);
    Instance victim = awaitPart(number);
    instances.remove(victim);
    victim.kill();
    theOthersGoOn(number, left(number));
  }

  private void theLastOneIsKilledAndStartedAgain(int number) {
    begin(number);
    Instance last = awaitPart(number);
    Set<String> waited = waitedFor(last);
    instances.remove(last);
    last.kill();
    assertThat(instances).isEmpty();
    Left left = left(number);
    instances.add(instance());
    theOthersGoOn(number, left);
    assertThat(book.notTakenOver(number, waited)).as("rounds that nobody took over").isZero();
  }

  private void theOthersGoOn(int number, Left left) {
    apify.open();
    patience().until(() -> book.closed(number) == CAMPAIGNS);
    List<Ask> again =
        apify.asks().stream()
            .skip(left.asked())
            .filter(ask -> ask.round() == number && left.read().contains(ask.video()))
            .toList();
    assertThat(again).as("read before and asked for again, round %d", number).isEmpty();
  }

  /** All campaigns are due, for all schedulers at once and for cron services besides. */
  private void begin(int number) {
    apify.begin(number, ALL / 4 + random.nextInt(ALL / 4));
    if (campaigns.isEmpty()) {
      campaigns.addAll(book.fill(CAMPAIGNS, CLIPS));
    } else {
      book.passTime();
    }
    tickTogether();
  }

  /** What was written down of a round by then, and how much was asked for. */
  private record Left(Set<String> read, int asked) {}

  /**
   * What the provider answered is written down, and it keeps the rest of the round waiting: one of
   * those who wait.
   */
  private Instance awaitPart(int number) {
    patience().until(() -> !apify.held().isEmpty() && book.read(number).size() == apify.answered());
    List<Instance> waiting = instances.stream().filter(each -> !waitedFor(each).isEmpty()).toList();
    return waiting.get(random.nextInt(waiting.size()));
  }

  private Set<String> waitedFor(Instance instance) {
    return apify.held().getOrDefault(instance.name(), Set.of());
  }

  private Left left(int number) {
    Set<String> read = new HashSet<>(book.read(number));
    assertThat(read.size()).as("read when one ended, round %d", number).isBetween(1, ALL - 1);
    return new Left(read, apify.asks().size());
  }

  /** Locks of a transaction that never goes on are another matter: the database's to end. */
  private void outsideOfTransactions(Instance frozen) {
    while (book.busy(frozen.name()) > 0) {
      frozen.thaw();
      frozen.freeze();
    }
  }

  private static ConditionFactory patience() {
    return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50));
  }

  /** All schedulers at once, and cron services besides. */
  private void tickTogether() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      instances.forEach(instance -> threads.execute(() -> cron(instance)));
    }
  }

  private static void cron(Instance instance) {
    var answer = instance.service().send("GET", "/api/cron/view-tracking", SECRET, null);
    assertThat(answer.status()).isEqualTo(200);
  }

  /** What other services hear, each record once by its id. */
  private void othersHeardOnce(Wire wire, UUID campaign) {
    String key = campaign.toString();
    patience()
        .untilAsserted(
            () ->
                assertThat(
                        once(wire, Topic.TRACKING_ROUNDS, key, RoundClosed.class).stream()
                            .map(RoundClosed::number))
                    .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, ROUNDS).mapToObj(n -> (long) n).toList()));
    Map<UUID, Integer> numbers = new HashMap<>();
    once(wire, Topic.TRACKING_ROUNDS, key, RoundClosed.class)
        .forEach(closed -> numbers.put(closed.roundId(), (int) closed.number()));
    List<ViewsObserved> observed = once(wire, Topic.VIEW_UPDATES, key, ViewsObserved.class);
    assertThat(observed).hasSize(CLIPS * ROUNDS);
    assertThat(observed.stream().map(o -> o.roundId() + " " + o.clipId()).distinct())
        .hasSize(CLIPS * ROUNDS);
    assertThat(observed)
        .allMatch(
            o -> o.views() == SlowApify.views(o.videoId(), numbers.getOrDefault(o.roundId(), 0)));
  }

  private <E> List<E> once(Wire wire, Topic topic, String key, Class<E> type) {
    Map<String, ConsumerRecord<String, String>> byId =
        wire.all(topic, key).stream()
            .filter(record -> Wire.header(record, "ce_type").endsWith(ceName(type)))
            .collect(
                Collectors.toMap(
                    record -> Wire.header(record, "ce_id"), r -> r, (one, same) -> one));
    return byId.values().stream().map(record -> json.readValue(record.value(), type)).toList();
  }

  private static String ceName(Class<?> type) {
    for (var each : io.clipmeter.events.EventType.values()) {
      if (each.record() == type) {
        return each.ceType();
      }
    }
    throw new IllegalArgumentException(type + " is no event");
  }

  private Instance instance() {
    Map<String, String> properties = new HashMap<>(engines.properties());
    properties.put("CRON_SECRET", SECRET);
    properties.put("db-scheduler.polling-interval", "200ms");
    properties.put("db-scheduler.heartbeat-interval", "1s");
    properties.put("clipmeter.tracking.apify.base-url", apify.uri().toString());
    properties.put("clipmeter.tracking.apify.calls.per-minute", "100000");
    properties.put("clipmeter.tracking.apify.calls.answer-timeout", "10m");
    properties.put("clipmeter.tracking.apify.runs.poll-wait", "0s");
    properties.put("clipmeter.tracking.apify.runs.poll-pause", "10ms");
    properties.put("clipmeter.tracking.round.chunk-max", "10");
    properties.put("clipmeter.tracking.round.clips-max", "30");
    properties.put("clipmeter.tracking.apify.runs.urls-max", "10");
    properties.put("clipmeter.tracking.batch.linger", "20ms");
    properties.put("clipmeter.tracking.round.tick", "500ms");
    properties.put("clipmeter.tracking.round.lease", "4s");
    return Instance.start("instance-" + ++started, properties);
  }
}
