package io.clipmeter.tracking.source.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.Source;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.call.Allowance.End;
import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import io.clipmeter.tracking.source.call.ProviderCalls.State;
import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderCallsTest {
  private static final Use ONE = Use.videos(1);
  private static final int PEOPLE_AT_ONCE = 200;

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final FakeAllowance allowance = new FakeAllowance(clock);
  private final ProviderDesk desk =
      new ProviderDesk(
          CircuitBreakerRegistry.ofDefaults(), allowance, new SimpleMeterRegistry(), clock);
  private final ProviderCalls calls = desk.calls(Source.APIFY, settings(), oneDollar());
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void whatTheCapDoesNotAllowIsNotCalled() {
    Purpose.MONEY.get(() -> calls.read("videos", Use.videos(100), answer()));

    assertKind(Kind.CAPPED, () -> Purpose.MONEY.get(() -> calls.read("videos", ONE, answer())));
    assertThat(made).hasValue(1);
    assertThat(calls.state()).isEqualTo(State.UP);
  }

  @Test
  void whoDoesNotSayWhatForGetsThePartOfPeople() {
    calls.read("videos", Use.videos(20), answer());

    assertKind(Kind.CAPPED, () -> calls.read("videos", ONE, answer()));
    assertThat(Purpose.MONEY.get(() -> calls.read("videos", Use.videos(80), answer())))
        .isEqualTo("an answer");
  }

  @Test
  void aProvidersOwnCodeIsNoMatterOfTheText() {
    ProviderFault fault = new ProviderFault(Kind.REFUSED, "oembed 404");

    assertThat(fault.hasCode("404")).isFalse();
    assertThat(fault.withCode("404").forOneAccount().hasCode("404")).isTrue();
    assertThat(fault.withCode("404")).hasMessage("REFUSED: oembed 404");
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY,    REFUSED, 2",
    "DOWN, REFUSED, 2",
    "LOST,    FAILED,      2",
    "SHAPE, FAILED, 2",
    "BUDGET,  REFUSED, 1",
    "KEY,  REFUSED, 1",
    "REFUSED, REFUSED, 1"
  })
  void eachTryIsCountedByWhatCameOfIt(Kind kind, End end, int tries) {
    assertKind(kind, () -> calls.read("videos", ONE, fails(kind)));

    assertThat(allowance.ends()).hasSize(tries).containsOnly(end);
  }

  @Test
  void anAccountThatIsToBeLeftAloneHoldsUpNobodyElse() {
    UUID busy = new UUID(0, 1);
    ProviderFault later = new ProviderFault(Kind.BUSY, "429", Duration.ofHours(2)).forOneAccount();
    Supplier<String> told =
        () -> {
          made.incrementAndGet();
          throw later;
        };
    assertKind(Kind.BUSY, () -> calls.read("videos", ONE, busy, told));
    int before = made.get();

    assertKind(Kind.BUSY, () -> calls.read("videos", ONE, busy, told));
    assertThat(made).hasValue(before);
    assertThat(allowance.ends()).hasSize(before);
    assertThat(calls.read("videos", ONE, new UUID(0, 2), answer())).isEqualTo("an answer");

    clock.advance(Duration.ofHours(1));
    assertThat(calls.read("videos", ONE, busy, answer())).isEqualTo("an answer");
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST", "SHAPE"})
  void aCallThatMayHaveStartedSomethingIsNotRepeated(Kind kind) {
    assertKind(kind, () -> calls.start("start", ONE, fails(kind)));

    assertThat(made).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"KEY", "BUDGET"})
  void aProviderThatWillNotServeUsIsLeftAloneUntilSomebodyResumesIt(Kind kind) {
    assertKind(kind, () -> calls.read("videos", ONE, fails(kind)));

    assertThat(calls.state()).isEqualTo(State.DOWN);
    assertKind(Kind.DOWN, () -> calls.read("videos", ONE, answer()));
    assertThat(made).hasValue(1);
    assertThat(allowance.ends()).hasSize(1);

    calls.resume();
    assertThat(calls.read("videos", ONE, answer())).isEqualTo("an answer");
  }

  @Test
  void aProbeIsMadeWhateverTheCircuitSays() {
    assertKind(Kind.KEY, () -> calls.read("videos", ONE, fails(Kind.KEY)));

    assertThat(calls.probe(Use.NOTHING, answer())).isEqualTo("an answer");
  }

  @Test
  void whatOneCallIsToldHoldsForAllOthers() {
    assertKind(
        Kind.BUSY,
        () ->
            calls.read(
                "videos",
                ONE,
                () -> {
                  throw new ProviderFault(Kind.BUSY, "429", Duration.ofMinutes(20));
                }));

    assertKind(Kind.BUSY, () -> calls.read("videos", ONE, answer()));
    assertThat(made).hasValue(0);
    clock.advance(Duration.ofMinutes(20));
    assertThat(calls.read("videos", ONE, answer())).isEqualTo("an answer");
  }

  @Test
  void whoWaitsAlreadyLeavesAProviderAloneThatAskedForIt() throws Exception {
    ProviderCalls fast = fast();
    CompletableFuture<String> waiting = waiting(fast);

    assertKind(
        Kind.BUSY,
        () ->
            Purpose.MONEY.get(
                () ->
                    fast.read(
                        "videos",
                        Use.NOTHING,
                        () -> {
                          throw new ProviderFault(Kind.BUSY, "429", Duration.ofMinutes(20));
                        })));

    assertThatThrownBy(waiting::get)
        .hasCauseInstanceOf(ProviderFault.class)
        .hasMessageContaining("BUSY");
    assertThat(made).hasValue(PEOPLE_AT_ONCE);
  }

  @Test
  void aTurnThatWasSleptThroughIsTakenAnew() throws Exception {
    CompletableFuture<String> waiting = waiting(fast());

    clock.advance(Allowance.LATE_MAX.plusMillis(700));

    assertThat(waiting.get()).isEqualTo("an answer");
    assertThat(allowance.taken()).isEqualTo(PEOPLE_AT_ONCE + 2);
    assertThat(allowance.ends().subList(PEOPLE_AT_ONCE, PEOPLE_AT_ONCE + 2))
        .containsExactly(End.NOT_CALLED, End.OK);
  }

  /** So many calls a minute that the next turn comes within a second. */
  private ProviderCalls fast() {
    return desk.calls(
        Source.TIKTOK,
        new CallSettings(
            100_000,
            1,
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofMillis(1)),
        ChargeSettings.FREE);
  }

  /** A call that has its turn, but not yet. */
  private CompletableFuture<String> waiting(ProviderCalls fast) {
    for (int i = 0; i < PEOPLE_AT_ONCE; i++) {
      fast.read("videos", Use.NOTHING, answer());
    }
    CompletableFuture<String> waiting =
        CompletableFuture.supplyAsync(() -> fast.read("videos", Use.NOTHING, answer()));
    Awaitility.await().until(() -> allowance.taken() == PEOPLE_AT_ONCE + 1);
    return waiting;
  }

  @Test
  void aProbeDoesNotQueueBehindTheWork() {
    ProviderCalls slow =
        desk.calls(
            Source.TIKTOK,
            new CallSettings(
                1,
                1,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(1)),
            ChargeSettings.FREE);
    slow.read("videos", Use.NOTHING, answer());

    assertKind(Kind.BUSY, () -> slow.probe(Use.NOTHING, answer()));
    assertKind(Kind.BUSY, () -> slow.look("look", Use.NOTHING, answer()));
    assertThat(made).hasValue(1);
  }

  @Test
  void aLookIsMadeOnceAndNotAtAllWhereTheCircuitIsOpen() {
    assertKind(Kind.DOWN, () -> calls.look("look", Use.NOTHING, fails(Kind.DOWN)));
    assertThat(made).hasValue(1);

    assertKind(Kind.KEY, () -> calls.look("look", Use.NOTHING, fails(Kind.KEY)));
    assertKind(Kind.DOWN, () -> calls.look("look", Use.NOTHING, answer()));
    assertThat(made).hasValue(2);
  }

  @Test
  void whereTheServiceStopsBeforeACallItIsNotCounted() {
    desk.close();
    ProviderCalls slow =
        desk.calls(
            Source.TIKTOK,
            new CallSettings(
                1,
                1,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(1)),
            ChargeSettings.FREE);
    slow.read("videos", Use.NOTHING, answer());

    assertKind(Kind.LOST, () -> slow.read("videos", ONE, answer()));
    assertThat(allowance.ends()).containsExactly(End.OK, End.NOT_CALLED);
  }

  @Test
  void theCircuitOpensWhenEnoughCallsFail() {
    for (int i = 0; i < 5; i++) {
      assertKind(Kind.DOWN, () -> calls.read("videos", Use.NOTHING, fails(Kind.DOWN)));
    }

    assertKind(Kind.DOWN, () -> calls.read("videos", Use.NOTHING, answer()));
    assertThat(made).hasValue(10);
    assertThat(desk.all()).containsExactly(calls);
  }

  private Supplier<String> answer() {
    return () -> {
      made.incrementAndGet();
      return "an answer";
    };
  }

  private Supplier<String> fails(Kind kind) {
    return () -> {
      made.incrementAndGet();
      throw new ProviderFault(kind, "as the test wants");
    };
  }

  private static void assertKind(Kind kind, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProviderFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }

  private static CallSettings settings() {
    Duration moment = Duration.ofMillis(1);
    return new CallSettings(100_000, 2, moment, moment, moment, moment);
  }

  private static ChargeSettings oneDollar() {
    return new ChargeSettings(
        BigDecimal.ZERO, new BigDecimal("0.01"), BigDecimal.ONE, null, Span.DAY, ZoneOffset.UTC);
  }
}
