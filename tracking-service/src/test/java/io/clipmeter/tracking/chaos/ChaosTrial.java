package io.clipmeter.tracking.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Topic;
import io.clipmeter.testing.Engines;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.Wire;
import io.clipmeter.tracking.chaos.Outcomes.Outcome;
import io.clipmeter.tracking.chaos.Scene.Act;
import io.clipmeter.tracking.round.ClaimedRound;
import io.clipmeter.tracking.round.Rounds;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.clipmeter.tracking.round.RunningRounds;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Readings through real rounds and real adapters, from providers that fail in every way that is
 * known. {@code -Dchaos.seed=} repeats a run.
 */
abstract class ChaosTrial {
  static final int CAMPAIGNS = 5;

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

  private static final Logger LOG = LoggerFactory.getLogger(ChaosTrial.class);

  private final Scene scene;

  @Autowired private Engines engines;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;
  @Autowired private Rounds rounds;
  @Autowired private RunningRounds running;
  @Autowired private CircuitBreakerRegistry breakers;
  @Autowired private Turnstile turnstile;
  @Autowired private Ids ids;

  ChaosTrial(Scene scene) {
    this.scene = scene;
  }

  /** How many readings there are to be, at least. */
  abstract long readingsLeast();

  /** What each provider has to do wrong, each once at least. */
  abstract Map<String, Set<? extends Enum<?>>> faults();

  /** What this scene's providers charge, or count by the day. */
  abstract void theProvidersWereNotUsedTooMuch(Outcomes outcomes);

  @Test
  void nothingFalseComesOfProvidersThatFail() {
    List<Clip> herd = scene.herd();
    LOG.info("chaos: -Dchaos.seed={}, {} clips", scene.seed(), herd.size());
    new Herder(jdbc).drive(herd);
    Outcomes outcomes = new Outcomes(jdbc);
    Judge judge = new Judge(scene.truth(), scene.seed());
    for (int wave = 1; wave <= Script.WAVES; wave++) {
      begin(wave);
      List<UUID> tracked = outcomes.tracked();
      readAll();
      List<Outcome> found = outcomes.of(wave);
      LOG.info("wave {}: {}", wave, Judge.sums(found));
      assertThat(outcomes.closed(wave)).as("rounds closed in wave %d", wave).isEqualTo(CAMPAIGNS);
      judge.holds(wave, tracked, found);
    }
    LOG.info("chaos: {} readings, faults {}", judge.readings(), scene.script());
    judge.endsTrue(herd, outcomes.last());
    judge.wasTried(scene.script(), readingsLeast(), faults());
    assertThat(outcomes.soundSums()).isEqualTo(CAMPAIGNS * Script.WAVES);
    scene.acts().forEach(this::wasNotCalledTooOften);
    theProvidersWereNotUsedTooMuch(outcomes);
    eachRoundWasClosedOnceForOthersToo();
  }

  /** Whatever was spent or broken in the wave before is there again, or not, by the calendar. */
  private void begin(int wave) {
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    scene.truth().begin(wave);
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

  /** As its server counted: each call had leave, in its minute and in its place. */
  private void wasNotCalledTooOften(Act act) {
    String name = act.server().name();
    Meter meter = act.server().meter();
    LOG.info(
        "{}: {} calls, {} in a minute, {} at once",
        name,
        meter.calls(),
        meter.inAMinuteMost(),
        meter.atOnceMost());
    assertThat(meter.calls()).as("calls of %s", name).isPositive().isEqualTo(turnstile.made(name));
    assertThat(meter.inAMinuteMost())
        .as("calls of %s in a minute", name)
        .isLessThanOrEqualTo(act.perMinute());
    assertThat(meter.atOnceMost())
        .as("calls of %s at once", name)
        .isLessThanOrEqualTo(act.atOnce());
  }

  private void eachRoundWasClosedOnceForOthersToo() {
    Long[] numbers = LongStream.rangeClosed(1, Script.WAVES).boxed().toArray(Long[]::new);
    try (Wire wire = new Wire(engines.bootstrapServers())) {
      for (UUID campaign : scene.herd().stream().map(Clip::campaign).distinct().toList()) {
        await()
            .atMost(Duration.ofMinutes(2))
            .untilAsserted(
                () ->
                    assertThat(
                            wire.events(
                                Topic.TRACKING_ROUNDS, campaign.toString(), RoundClosed.class))
                        .extracting(RoundClosed::number)
                        .containsExactly(numbers));
      }
    }
  }
}
