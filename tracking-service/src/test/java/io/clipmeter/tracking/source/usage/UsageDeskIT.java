package io.clipmeter.tracking.source.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.call.Allowance;
import io.clipmeter.tracking.source.call.Allowance.End;
import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.clipmeter.tracking.source.call.AllowanceContract;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.call.Use;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

class UsageDeskIT extends Stage {
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration AHEAD_MAX = Duration.ofMinutes(65);

  @Autowired private Uses uses;
  @Autowired private Turns turns;
  @Autowired private ClocksInStep clocks;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void nothingUsed() {
    empty("provider_use, provider_turn");
  }

  @Nested
  class Promises extends AllowanceContract {
    private final Allowance usage = new UsageDesk(uses, turns, clocks, transactions, clock);

    @Override
    protected Allowance allowance() {
      return usage;
    }
  }

  @Test
  void manyInstancesStayWithinTheRateAndTheCap() throws Exception {
    ChargeSettings charges =
        new ChargeSettings(
            BigDecimal.ZERO,
            new BigDecimal("0.01"),
            new BigDecimal("0.25"),
            null,
            Span.DAY,
            ZoneOffset.UTC);
    Limits limits = new Limits("tiktok", 10, charges);
    Callable<String> instance =
        () -> {
          try {
            Use one = new Use(1, 0, Purpose.MONEY);
            return new UsageDesk(uses, turns, clocks, transactions, clock)
                .take(limits, one, PATIENCE)
                .at()
                .toString();
          } catch (io.clipmeter.tracking.source.call.ProviderFault capped) {
            return capped.kind().name();
          }
        };

    List<String> turns;
    try (var threads = Executors.newFixedThreadPool(8)) {
      turns =
          threads.invokeAll(Collections.nCopies(40, instance)).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(turns).filteredOn("CAPPED"::equals).hasSize(15);
    assertThat(turns).filteredOn(clock.instant().toString()::equals).hasSize(10);
    assertThat(turns).filteredOn(clock.instant().plusMillis(61_500).toString()::equals).hasSize(10);
    assertThat(spent(limits)).isEqualTo(250_000);
  }

  @Test
  void endsAreCountedForTheDayAndTheMonth() {
    Limits limits = new Limits("youtube", 10, ChargeSettings.FREE);
    UsageDesk usage = new UsageDesk(uses, turns, clocks, transactions, clock);
    usage.end(
        limits,
        usage.take(limits, new Use(3, 0, Purpose.MONEY), PATIENCE),
        End.OK,
        Duration.ofMillis(40));
    usage.end(
        limits,
        usage.take(limits, new Use(4, 0, Purpose.MONEY), PATIENCE),
        End.FAILED,
        Duration.ofMillis(60));
    usage.end(
        limits,
        usage.take(limits, new Use(5, 0, Purpose.MONEY), PATIENCE),
        End.NOT_CALLED,
        Duration.ofMillis(9));
    usage.end(
        limits,
        usage.take(limits, new Use(6, 0, Purpose.MONEY), PATIENCE),
        End.UNREACHED,
        Duration.ofMillis(11));

    for (Span span : Span.values()) {
      assertThat(usage.of(limits, span)).isEqualTo(new SpanUse(3, 2, 7, 0, 0, 111));
    }
  }

  @Test
  void callsThatBeginAndEndAtTheSameTimeDoNotWaitForEachOther() throws Exception {
    Limits limits = new Limits("instagram", 100_000, ChargeSettings.FREE);
    Callable<Boolean> calls =
        () -> {
          UsageDesk usage = new UsageDesk(uses, turns, clocks, transactions, clock);
          for (int i = 0; i < 50; i++) {
            Allowance.Turn turn = usage.take(limits, new Use(1, 0, Purpose.MONEY), PATIENCE);
            usage.end(limits, turn, End.OK, Duration.ofMillis(1));
          }
          return true;
        };

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> caller : threads.invokeAll(Collections.nCopies(8, calls))) {
        assertThat(caller.get()).isTrue();
      }
    }

    assertThat(new UsageDesk(uses, turns, clocks, transactions, clock).of(limits, Span.DAY))
        .isEqualTo(new SpanUse(400, 0, 400, 0, 0, 400));
  }

  @Test
  void whoComesAtTheSameTimeGetsTheTurnBehindTheOthers() throws Exception {
    Limits limits = new Limits("ayrshare", 1, ChargeSettings.FREE);
    Use one = new Use(1, 0, Purpose.MONEY);
    Callable<Instant> caller =
        () ->
            new UsageDesk(uses, turns, clocks, transactions, clock)
                .take(limits, one, PATIENCE)
                .at();

    try (var threads = Executors.newFixedThreadPool(8)) {
      assertThat(threads.invokeAll(Collections.nCopies(24, caller)))
          .extracting(Future::get)
          .containsExactlyInAnyOrderElementsOf(
              LongStream.range(0, 24)
                  .mapToObj(n -> clock.instant().plusMillis(61_500 * n))
                  .toList());
    }
  }

  @Test
  void anInstanceWhoseClockWasAheadHoldsUpNobody() {
    Limits limits = new Limits("tiktok", 2, ChargeSettings.FREE);
    Instant now = databaseTime();
    Instant wrong = now.plus(AHEAD_MAX).plusSeconds(300);
    UsageDesk ours = at(now);
    UsageDesk ahead = at(wrong);
    assertOutOfStep(ahead, limits);
    assertThat(take(ours, limits)).isEqualTo(now);
    ahead.pause(limits, wrong.plus(Allowance.PAUSE_MAX));

    assertOutOfStep(ahead, limits);
    assertThat(take(ours, limits)).isEqualTo(now);
    assertOutOfStep(ahead, limits);
    assertThat(take(ours, limits)).isEqualTo(now.plusMillis(61_500));
  }

  @Test
  void anInstanceWhoseClockIsLessFarAheadIsSeenByAllOthers() {
    Limits limits = new Limits("tiktok", 1, ChargeSettings.FREE);
    Instant now = databaseTime();
    Instant early = now.plus(AHEAD_MAX).minusSeconds(60);
    UsageDesk ours = at(now);
    UsageDesk ahead = at(early);

    assertThat(take(ahead, limits)).isEqualTo(early);
    assertBusy(ours, limits, PATIENCE);
    assertThat(take(ahead, limits)).isEqualTo(early.plusMillis(61_500));
    ahead.pause(limits, early.plus(Allowance.PAUSE_MAX));
    assertBusy(ours, limits, PATIENCE);
  }

  @Test
  void turnsThatAnotherAddedWhoseClockIsAheadAreFreeAtOnce() {
    Limits limits = new Limits("tiktok", 2, ChargeSettings.FREE);
    Instant now = databaseTime();
    take(at(now.plusSeconds(600)), limits);

    assertThat(take(at(now), limits)).isBetween(now, databaseTime());
  }

  @Test
  void whatAWrongClockOnceWroteHoldsUpNobody() {
    Limits limits = new Limits("tiktok", 2, ChargeSettings.FREE);
    Instant now = databaseTime();
    UsageDesk ours = at(now);
    take(ours, limits);
    jdbc.sql("UPDATE provider_turn SET free_at = now() + interval '3 hours'").update();

    assertThat(take(ours, limits)).isEqualTo(now);
    Instant paused = now.plusSeconds(1_200);
    ours.pause(limits, paused);
    assertThat(take(ours, limits)).isEqualTo(paused);
    assertThat(take(ours, limits)).isEqualTo(paused);
  }

  @Test
  void theLongestPauseIsNoWrongClocks() {
    Limits limits = new Limits("tiktok", 1, ChargeSettings.FREE);
    Instant now = databaseTime();
    UsageDesk usage = at(now);
    take(usage, limits);
    usage.pause(limits, now.plus(Allowance.PAUSE_MAX));

    assertBusy(usage, limits, PATIENCE.minusSeconds(1));
  }

  @Test
  void anInstanceWhoseClockIsBehindTakesNoTurnThatIsNotFree() {
    Limits limits = new Limits("tiktok", 1, ChargeSettings.FREE);
    take(at(databaseTime()), limits);
    jdbc.sql("UPDATE provider_turn SET free_at = now() + interval '1 hour'").update();

    assertBusy(at(Instant.parse("2020-01-01T00:00:00Z")), limits, PATIENCE);
  }

  private static Instant take(UsageDesk usage, Limits limits) {
    return usage.take(limits, new Use(1, 0, Purpose.MONEY), PATIENCE).at();
  }

  private static void assertBusy(UsageDesk usage, Limits limits, Duration longest) {
    assertThatThrownBy(() -> usage.take(limits, new Use(1, 0, Purpose.MONEY), longest))
        .hasMessageContaining("BUSY")
        .hasMessageContaining("rate");
  }

  private static void assertOutOfStep(UsageDesk usage, Limits limits) {
    assertThatThrownBy(() -> take(usage, limits))
        .hasMessageContaining("BUSY")
        .hasMessageContaining("clock");
  }

  private Instant databaseTime() {
    return jdbc.sql("SELECT now()").query(Timestamp.class).single().toInstant();
  }

  /** An instance with this clock, held against the database's as it is outside of tests. */
  private UsageDesk at(Instant time) {
    TurnSettings settings = new TurnSettings(AHEAD_MAX);
    Turns asOutside = new Turns(jdbc, new PartSettings(80), settings);
    ClocksInStep held = new ClocksInStep(jdbc, settings);
    return new UsageDesk(uses, asOutside, held, transactions, SettableClock.at(time));
  }

  private long spent(Limits limits) {
    return new UsageDesk(uses, turns, clocks, transactions, clock)
        .of(limits, Span.MONTH)
        .spentMicros();
  }
}
