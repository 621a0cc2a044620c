package io.clipmeter.benchmarks.kills;

import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.engine.Postgres.Database;
import io.clipmeter.benchmarks.kills.Step.Victim;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.benchmarks.service.EarningsService;
import io.clipmeter.benchmarks.service.Instances;
import io.clipmeter.benchmarks.service.Instances.Service;
import io.clipmeter.events.Topic;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engines and two instances of each service, which end and begin again when they are told. */
final class Suite implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Suite.class);
  static final int INSTANCES = 2;

  /** Each instance has as many threads that gather rounds. */
  private static final int GATHERERS = 2;

  /**
   * What is said again of a round that is over is kept in memory so long, and read again so long.
   */
  private static final Service EARNINGS =
      new Service(
          "earnings-service",
          "EarningsApplication",
          List.of("--clipmeter.earnings.gathering.open-for=10s"));

  private static final Topic[] HEARD_BY_EARNINGS = {
    Topic.CAMPAIGNS, Topic.SUBMISSIONS, Topic.TRACKING_ROUNDS, Topic.VIEW_UPDATES
  };

  private final Engines engines;
  private final Database earningsData;
  private final Map<Victim, Instances> services;
  private final Brokers brokers;
  private final Counts counts;

  private Suite(Engines engines) throws Exception {
    this.engines = engines;
    List<String> topics =
        Stream.concat(Stream.of(HEARD_BY_EARNINGS), Stream.of(Topic.EARNINGS))
            .map(Topic::topicName)
            .toList();
    engines.kafka().create(topics, EarningsService.PARTITIONS);
    this.earningsData = engines.postgres().create("earnings");
    Database payoutData = engines.postgres().create("payout");
    this.services =
        Map.of(
            Victim.EARNINGS, Instances.first(EARNINGS, engines, earningsData),
            Victim.PAYOUT, Instances.first(payout(), engines, payoutData));
    for (int more = 1; more < INSTANCES; more++) {
      for (Instances instances : services.values()) {
        instances.awaitStarted();
        instances.startAnother();
      }
    }
    this.brokers = new Brokers(engines.kafka().servers());
    this.counts = new Counts(earningsData, payoutData);
  }

  static Suite start() throws Exception {
    Engines engines = Engines.start(LOG::info);
    try {
      return new Suite(engines);
    } catch (Exception | Error e) {
      engines.close();
      throw e;
    }
  }

  /** Nobody keeps anything that this key locks. */
  private static Service payout() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    String setting = "--clipmeter.payout.details.key=" + Base64.getEncoder().encodeToString(key);
    return new Service("payout-service", "PayoutApplication", List.of(setting));
  }

  String servers() {
    return engines.kafka().servers();
  }

  Database earningsData() {
    return earningsData;
  }

  Brokers brokers() {
    return brokers;
  }

  Counts counts() {
    return counts;
  }

  void kill(Victim victim, int instance) throws InterruptedException {
    if (victim == Victim.BROKER) {
      engines.killBroker();
    } else {
      service(victim).kill(instance);
    }
  }

  void startAgain(Victim victim, int instance) throws Exception {
    if (victim == Victim.BROKER) {
      engines.startBrokerAgain();
    } else {
      service(victim).startAgain(instance);
    }
  }

  /** Orderly, so that its consumers leave and the others share what they had. */
  void stop(Victim service, int instance) throws InterruptedException {
    service(service).stop(instance);
  }

  /** Waits until all instances listen, and share their topics with each other. */
  void awaitWhole() throws InterruptedException {
    for (Instances instances : services.values()) {
      instances.awaitStarted();
    }
    await(
        "both instances of both services had partitions",
        () ->
            brokers.shared("earnings-rounds", INSTANCES * GATHERERS)
                && brokers.shared("payout-earnings", INSTANCES));
  }

  private Instances service(Victim victim) {
    return Objects.requireNonNull(services.get(victim));
  }

  /** Waits until the service knows all campaigns and clips. */
  void awaitKnown(Workload work) throws InterruptedException {
    long all = work.campaigns().stream().mapToLong(e -> 1 + e.campaign().clips().size()).sum();
    await("earnings knew all clips", () -> counts.known() == all);
  }

  /** Waits until all that was sent is read, done, told, and read by payout. */
  void awaitQuiet() throws InterruptedException {
    await(
        "all was quiet",
        () ->
            behind(counts.earningsPlaces(), brokers.ends(HEARD_BY_EARNINGS)) == 0
                && counts.waiting() == 0
                && counts.unsent() == 0
                && behind(counts.payoutPlaces(), brokers.ends(Topic.EARNINGS)) == 0);
  }

  private static long behind(Map<String, Long> places, Map<String, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - places.getOrDefault(end.getKey(), 0L)))
        .sum();
  }

  /** Waits until the answer is yes, as long as all instances live. */
  void await(String what, BooleanSupplier question) throws InterruptedException {
    Instances payout = service(Victim.PAYOUT);
    service(Victim.EARNINGS)
        .await(
            what,
            () -> {
              payout.requireAlive();
              return question.getAsBoolean();
            });
  }

  @Override
  public void close() throws Exception {
    try (engines;
        counts;
        brokers) {
      LOG.info("ending the run");
    }
  }
}
