package io.clipmeter.tracking.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Topic;
import io.clipmeter.testing.Engines;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.testing.WithEngines;
import io.clipmeter.tracking.Wire;
import io.clipmeter.tracking.chaos.Outcomes.Outcome;
import io.clipmeter.tracking.round.ClaimedRound;
import io.clipmeter.tracking.round.Rounds;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.clipmeter.tracking.round.RunningRounds;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Ten thousand readings through real rounds and real adapters, from providers that fail in every
 * way that is known. {@code -Dchaos.seed=} repeats a run, {@code -Dchaos.clips=} makes it larger.
 */
@WithEngines
@Import(ChaosWorld.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "db-scheduler.enabled=false",
      "clipmeter.tracking.apify.api-key=a-key",
      "clipmeter.tracking.apify.calls.per-minute=90",
      "clipmeter.tracking.apify.calls.tries-max=3",
      "clipmeter.tracking.apify.calls.back-off=1ms",
      "clipmeter.tracking.apify.calls.back-off-max=50ms",
      "clipmeter.tracking.apify.calls.answer-timeout=2s",
      "clipmeter.tracking.apify.runs.urls-max=10",
      "clipmeter.tracking.apify.runs.parallel-max=5",
      "clipmeter.tracking.apify.runs.timeout=3s",
      "clipmeter.tracking.apify.runs.poll-wait=0s",
      "clipmeter.tracking.apify.runs.poll-pause=50ms",
      "clipmeter.tracking.apify.charges.monthly-cap-usd=" + ChaosIT.CAP_USD,
      "clipmeter.tracking.youtube.api-key=a-key",
      "clipmeter.tracking.youtube.ids-max=10",
      "clipmeter.tracking.youtube.parallel-max=3",
      "clipmeter.tracking.youtube.calls.per-minute=20",
      "clipmeter.tracking.youtube.calls.tries-max=3",
      "clipmeter.tracking.youtube.calls.back-off=1ms",
      "clipmeter.tracking.youtube.calls.back-off-max=50ms",
      "clipmeter.tracking.youtube.calls.answer-timeout=2s",
      "clipmeter.tracking.youtube.charges.quota=" + ChaosIT.QUOTA,
      "clipmeter.tracking.round.chunk-max=10",
      "clipmeter.tracking.round.lease=1h"
    })
class ChaosIT {
  static final String CAP_USD = "1.00";
  static final int QUOTA = 40;

  /**
   * Four waves in one month use up its money; the others do not. The storm begins a day's quota:
   * what the first wave would leave of one hangs on whether its faults open the circuit.
   */
  private static final List<Instant> CALENDAR =
      List.of(
          Instant.parse("2026-03-01T12:00:00Z"),
          Instant.parse("2026-03-02T12:00:00Z"),
          Instant.parse("2026-03-02T17:00:00Z"),
          Instant.parse("2026-03-02T22:00:00Z"),
          Instant.parse("2026-04-01T12:00:00Z"),
          Instant.parse("2026-04-02T12:00:00Z"),
          Instant.parse("2026-05-01T12:00:00Z"),
          Instant.parse("2026-06-01T12:00:00Z"));

  /** At 0.0004 USD each. */
  private static final int VIDEOS_A_MONTH = 2_500;

  /**
   * A run that is begun sets money aside for all of its videos, whether it delivers them or not.
   */
  private static final long CAP_NEAR = 900_000;

  private static final int CAMPAIGNS = 5;
  private static final int CLIPS = Integer.getInteger("chaos.clips", 250);
  private static final Logger LOG = LoggerFactory.getLogger(ChaosIT.class);

  /** The same in every build; another one by the property. */
  private static final Dice DICE = new Dice(Long.getLong("chaos.seed", 20_260_301L));

  private static final List<Clip> HERD = Clip.herd(DICE, CAMPAIGNS, CLIPS);
  private static final Truth TRUTH = new Truth(DICE, HERD);
  private static final Script SCRIPT = new Script(DICE, TRUTH);
  private static final Meter APIFY = new Meter(ChaosWorld.CLOCK, ZoneId.of("UTC"));
  private static final Meter YOUTUBE =
      new Meter(ChaosWorld.CLOCK, ZoneId.of("America/Los_Angeles"));
  private static final HostileServer APIFY_SERVER =
      new HostileServer(new HostileApify(TRUTH, SCRIPT, APIFY, ChaosWorld.CLOCK), SCRIPT, APIFY);
  private static final HostileServer YOUTUBE_SERVER =
      new HostileServer(new HostileYouTube(TRUTH, SCRIPT, YOUTUBE), SCRIPT, YOUTUBE);

  @Autowired private Engines engines;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;
  @Autowired private Rounds rounds;
  @Autowired private RunningRounds running;
  @Autowired private CircuitBreakerRegistry breakers;
  @Autowired private Ids ids;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry properties) {
    properties.add("clipmeter.tracking.apify.base-url", APIFY_SERVER::uri);
    properties.add("clipmeter.tracking.youtube.base-url", YOUTUBE_SERVER::uri);
  }

  @AfterAll
  static void close() {
    APIFY_SERVER.close();
    YOUTUBE_SERVER.close();
  }

  @Test
  void nothingFalseComesOfProvidersThatFail() {
    LOG.info("chaos: -Dchaos.seed={} -Dchaos.clips={}", DICE.seed(), CLIPS);
    new Herder(jdbc).drive(HERD);
    Outcomes outcomes = new Outcomes(jdbc);
    Judge judge = new Judge(TRUTH, DICE.seed());
    for (int wave = 1; wave <= Script.WAVES; wave++) {
      begin(wave);
      List<UUID> tracked = outcomes.tracked();
      readAll();
      List<Outcome> found = outcomes.of(wave);
      LOG.info("wave {}: {}", wave, Judge.sums(found));
      assertThat(outcomes.closed(wave)).as("rounds closed in wave %d", wave).isEqualTo(CAMPAIGNS);
      judge.holds(wave, tracked, found);
    }
    LOG.info("chaos: {} readings, faults {}", judge.readings(), SCRIPT);
    judge.wasTried(SCRIPT, CAMPAIGNS * CLIPS);
    assertThat(outcomes.soundSums()).isEqualTo(CAMPAIGNS * Script.WAVES);
    theProvidersWereNotCalledTooOften();
    theProvidersWereNotUsedTooMuch(outcomes);
    eachRoundWasClosedOnceForOthersToo();
  }

  /** Whatever was spent or broken in the wave before is there again, or not, by the calendar. */
  private void begin(int wave) {
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    TRUTH.begin(wave);
    clock.set(CALENDAR.get(wave - 1));
    jdbc.sql("SELECT create_observation_month(:month)")
        .param(
            "month",
            java.sql.Date.valueOf(CALENDAR.get(wave - 1).toString().substring(0, 7) + "-01"))
        .query(Boolean.class)
        .single();
  }

  /** What a tick of the schedule does. */
  private void readAll() {
    Optional<ClaimedRound> round = claim();
    while (round.isPresent()) {
      running.begin(round.get());
      round = claim();
    }
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> rounds.open(Optional.empty(), 1).isEmpty());
  }

  private Optional<ClaimedRound> claim() {
    return rounds.claim(Claim.due(BigDecimal.ONE), ids.next(), clock.instant());
  }

  /** A call that waited for its turn may come a moment after it: one each of those at once. */
  private static void theProvidersWereNotCalledTooOften() {
    assertThat(APIFY.atOnceMost()).as("calls of Apify at once").isBetween(2, 5);
    assertThat(YOUTUBE.atOnceMost()).as("calls of YouTube at once").isBetween(2, 3);
    assertThat(APIFY.inAMinuteMost())
        .as("calls of Apify in a minute")
        .isBetween(80, 90 + 5 + APIFY.resets());
    assertThat(YOUTUBE.inAMinuteMost())
        .as("calls of YouTube in a minute")
        .isBetween(15, 20 + 3 + YOUTUBE.resets());
  }

  private static void theProvidersWereNotUsedTooMuch(Outcomes outcomes) {
    assertThat(APIFY.videosByMonth().values())
        .as("videos that Apify charges for, by month")
        .allMatch(videos -> videos <= VIDEOS_A_MONTH);
    assertThat(outcomes.spentMost()).as("the cap was reached").isBetween(CAP_NEAR, 1_000_000L);
    assertThat(YOUTUBE.unitsByDay().values())
        .as("units of YouTube's quota, by day")
        .allMatch(units -> units <= QUOTA);
    assertThat(outcomes.unitsMost())
        .as("the quota was reached")
        .isBetween(QUOTA - 1L, (long) QUOTA);
  }

  private void eachRoundWasClosedOnceForOthersToo() {
    try (Wire wire = new Wire(engines.bootstrapServers())) {
      for (UUID campaign : HERD.stream().map(Clip::campaign).distinct().toList()) {
        await()
            .atMost(Duration.ofMinutes(2))
            .untilAsserted(
                () ->
                    assertThat(
                            wire.events(
                                Topic.TRACKING_ROUNDS, campaign.toString(), RoundClosed.class))
                        .extracting(RoundClosed::number)
                        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
      }
    }
  }
}
