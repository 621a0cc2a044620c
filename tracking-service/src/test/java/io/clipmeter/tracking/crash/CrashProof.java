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
 * rounds, and one is stopped until its lease is over and goes on. {@code -Dcrash.seed=} repeats a
 * run.
 */
class CrashProof {
  private static final Logger LOG = LoggerFactory.getLogger(CrashProof.class);
  private static final String SECRET = "0123456789abcdef";
  private static final int CAMPAIGNS = 4;
  private static final int CLIPS = 60;
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
    LoggingSystem logging = LoggingSystem.get(CrashProof.class.getClassLoader());
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
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void eachRoundClosesOnceWhoeverDies() {
    LOG.info("crash: -Dcrash.seed={}", seed);
    campaigns.addAll(book.fill(CAMPAIGNS, CLIPS));

    oneIsStoppedUntilItsRoundsAreOthers(1);
    oneOfTwoIsKilled(2);
    theLastOneIsKilledAndStartedAgain(3);

    assertThat(book.falseRows()).as("rounds that do not agree with their clips").isZero();
    try (Wire wire = new Wire(engines.bootstrapServers())) {
      campaigns.forEach(campaign -> othersHeardOnce(wire, campaign));
    }
  }

  private void oneOfTwoIsKilled(int number) {
    begin(number);
    tickTogether();
    awaitPart(number);
    Instance victim = instances.remove(random.nextInt(instances.size()));
    victim.kill();
    Left left = left(number);
    apify.open();
    awaitClosed(number);
    nothingIsReadAgain(number, left);
  }

  /** A zombie: when it goes on it believes that the rounds are its own. */
  private void oneIsStoppedUntilItsRoundsAreOthers(int number) {
    begin(number);
    Instance zombie = instances.get(random.nextInt(instances.size()));
    for (int i = 0; i < CAMPAIGNS; i++) {
      update(instances.get(i % instances.size()), campaigns.get(i));
    }
    awaitPart(number);
    freezeOutsideOfTransactions(zombie);
    Left left = left(number);
    apify.open();
    awaitClosed(number);
    zombie.thaw();
    patience().until(() -> zombie.log().contains("went to another reader"));
    nothingIsReadAgain(number, left);
    assertThat(book.takenOver(number)).as("rounds that were taken over").isPositive();
  }

  private void theLastOneIsKilledAndStartedAgain(int number) {
    begin(number);
    tickTogether();
    awaitPart(number);
    instances.removeLast().kill();
    assertThat(instances).isEmpty();
    Left left = left(number);
    apify.open();
    instances.add(instance());
    awaitClosed(number);
    nothingIsReadAgain(number, left);
    assertThat(book.takenOver(number)).as("rounds that were taken over").isPositive();
  }

  private void begin(int number) {
    apify.begin(number, ALL / 4 + random.nextInt(ALL / 4));
    book.passTime();
  }

  /** What was written down of a round by then, and how much was asked for. */
  private record Left(Set<String> read, int asked) {}

  /** A part of the round is written down, and the provider keeps the rest of it waiting. */
  private void awaitPart(int number) {
    patience().until(() -> apify.held() > 0 && book.read(number).size() >= ALL / 8);
  }

  private Left left(int number) {
    Set<String> read = new HashSet<>(book.read(number));
    assertThat(read.size()).as("read when one ended, round %d", number).isBetween(1, ALL - 1);
    return new Left(read, apify.asks().size());
  }

  private void nothingIsReadAgain(int number, Left left) {
    List<Ask> again =
        apify.asks().stream()
            .skip(left.asked())
            .filter(ask -> ask.round() == number && left.read().contains(ask.video()))
            .toList();
    assertThat(again).as("read before and asked for again, round %d", number).isEmpty();
  }

  /** Locks of a transaction that never goes on are another matter: the database's to end. */
  private void freezeOutsideOfTransactions(Instance victim) {
    victim.freeze();
    while (book.stuck() > 0) {
      victim.thaw();
      victim.freeze();
    }
  }

  private void awaitClosed(int number) {
    patience().until(() -> book.closed(number) == CAMPAIGNS);
  }

  private static ConditionFactory patience() {
    return await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(20));
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

  private static void update(Instance instance, UUID campaign) {
    String body = "{\"campaignId\":\"" + campaign + "\"}";
    assertThat(instance.service().post("/api/view-tracking/update", body).status()).isLessThan(300);
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
    properties.put("clipmeter.tracking.apify.api-key", "a-key");
    properties.put("clipmeter.tracking.apify.calls.per-minute", "100000");
    properties.put("clipmeter.tracking.apify.runs.poll-wait", "0s");
    properties.put("clipmeter.tracking.apify.runs.poll-pause", "10ms");
    properties.put("clipmeter.tracking.round.chunk-max", "10");
    properties.put("clipmeter.tracking.round.clips-max", "30");
    properties.put("clipmeter.tracking.apify.runs.urls-max", "10");
    properties.put("clipmeter.tracking.batch.linger", "20ms");
    properties.put("clipmeter.tracking.round.tick", "500ms");
    properties.put("clipmeter.tracking.round.lease", "5s");
    return Instance.start("instance-" + ++started, properties);
  }
}
