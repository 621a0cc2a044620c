package io.clipmeter.tracking.source.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.call.Allowance.End;
import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.clipmeter.tracking.source.call.Allowance.Turn;
import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What any allowance promises. */
public abstract class AllowanceContract {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Use TEN = money(10, 0);
  private static final Use UNIT = money(0, 1);

  /** 23:30 of the last day of April, in Los Angeles. */
  protected final SettableClock clock = SettableClock.at("2026-05-01T06:30:00Z");

  /** One that has not been used for the provider of {@link #limits}. */
  protected abstract Allowance allowance();

  @Test
  void callsThatCostNothingAreOnlyPaced() {
    Limits limits = limits(3, ChargeSettings.FREE);
    List<Instant> turns = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      turns.add(take(limits, TEN).at());
    }

    assertThat(turns.subList(0, 3)).allMatch(clock.instant()::equals);
    assertThat(turns.subList(3, 6)).allMatch(clock.instant().plusMillis(61_500)::equals);
    assertThat(turns.get(6)).isEqualTo(clock.instant().plusMillis(123_000));
  }

  @Test
  void noMinuteHoldsMoreCallsThanAreAllowed() {
    Limits limits = limits(5, ChargeSettings.FREE);
    List<Instant> turns = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      turns.add(take(limits, money(0, 0)).at());
      clock.advance(Duration.ofMillis(3_700L * (i % 4)));
    }

    for (int i = 5; i < turns.size(); i++) {
      assertThat(Duration.between(turns.get(i - 5), turns.get(i)))
          .isGreaterThan(Duration.ofMinutes(1).plus(Allowance.LATE_MAX));
    }
  }

  @Test
  void aTurnThatComesTooLateIsNotTaken() {
    Limits limits = limits(1, ChargeSettings.FREE);
    take(limits, TEN);

    assertFault(
        ProviderFault.Kind.BUSY, () -> allowance().take(limits, TEN, Duration.ofSeconds(30)));
    assertThat(take(limits, TEN).at()).isEqualTo(clock.instant().plusMillis(61_500));
  }

  @Test
  void whileAProviderIsLeftAloneNoTurnComes() {
    Limits limits = limits(3, ChargeSettings.FREE);
    take(limits, TEN);
    allowance().pause(limits, clock.instant().plusSeconds(120));
    allowance().pause(limits, clock.instant().plusSeconds(20));

    assertFault(
        ProviderFault.Kind.BUSY, () -> allowance().take(limits, TEN, Duration.ofSeconds(119)));
    assertThat(take(limits, TEN).at()).isEqualTo(clock.instant().plusSeconds(120));
  }

  @Test
  void theMonthsMoneyIsNotExceededByAMillionth() {
    Limits limits = limits(100, charges("0.001", "0.0004", "0.010", null));
    take(limits, TEN);
    take(limits, TEN);

    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, TEN));
    assertThat(take(limits, money(0, 0))).isNotNull();
  }

  @Test
  void theNextMonthBeginsAtTheProvidersMidnight() {
    Limits limits = limits(100, charges("0", "0.001", "0.010", null));
    take(limits, TEN);
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, TEN));

    clock.advance(Duration.ofMinutes(29));
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, TEN));
    clock.advance(Duration.ofMinutes(1));
    assertThat(take(limits, TEN)).isNotNull();
  }

  @Test
  void theDaysQuotaIsNotExceeded() {
    Limits limits = limits(100, charges("0", "0", null, 2L));
    take(limits, UNIT);
    take(limits, UNIT);

    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, UNIT));
    clock.advance(Duration.ofMinutes(30));
    assertThat(take(limits, UNIT)).isNotNull();
  }

  @Test
  void aTurnBeyondMidnightIsCountedOnItsOwnDay() {
    Limits limits = limits(1, charges("0", "0", null, 1L));
    clock.advance(Duration.ofMinutes(30).minusSeconds(20));
    assertThat(take(limits, UNIT).day()).isEqualTo("2026-04-30");

    assertThat(take(limits, UNIT).day()).isEqualTo("2026-05-01");
    clock.advance(Duration.ofMinutes(5));
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, UNIT));
  }

  @Test
  void aTurnBeyondTheMonthsEndIsPaidFromTheNextMonth() {
    Limits limits = limits(1, charges("0", "0.001", "0.010", null));
    clock.advance(Duration.ofMinutes(30).minusSeconds(20));
    take(limits, TEN);

    Turn next = take(limits, TEN);
    clock.advance(Duration.ofMinutes(5));
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, TEN));
    allowance().end(limits, next, End.NOT_CALLED, Duration.ZERO);
    assertThat(take(limits, TEN)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_CALLED", "UNREACHED"})
  void aCallThatReachedNobodyGivesItsShareBack(End end) {
    Limits limits = limits(100, charges("0", "0.001", "0.010", 1L));
    Use both = money(10, 1);
    allowance().end(limits, take(limits, both), end, Duration.ZERO);

    Turn second = take(limits, both);
    allowance().end(limits, second, End.FAILED, Duration.ZERO);
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, both));
  }

  @Test
  void aCallThatWasRefusedCostsNoMoneyButItsUnits() {
    Limits limits = limits(100, charges("0.001", "0.001", "0.011", 2L));
    Use both = money(10, 1);
    allowance().end(limits, take(limits, both), End.REFUSED, Duration.ZERO);
    allowance().end(limits, take(limits, both), End.REFUSED, Duration.ZERO);

    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, UNIT));
    assertThat(take(limits, TEN)).isNotNull();
  }

  @Test
  void aFifthOfTheMonthsMoneyIsForPeople() {
    Limits limits = limits(100, charges("0", "0.001", "0.010", null));
    take(limits, people(2, 0));

    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, people(1, 0)));
    assertThat(take(limits, people(0, 0))).isNotNull();
    take(limits, money(8, 0));
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, money(1, 0)));
  }

  @Test
  void aFirstCallOfPeopleIsNotTooLargeEither() {
    Limits limits = limits(100, charges("0", "0.001", "0.010", 10L));

    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, people(3, 0)));
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, people(0, 3)));
    assertThat(take(limits, people(2, 2))).isNotNull();
  }

  @Test
  void moneyMayUseThePartOfPeopleAsWell() {
    Limits limits = limits(100, charges("0", "0.001", "0.010", null));
    take(limits, money(9, 0));

    take(limits, people(1, 0));
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, people(1, 0)));
  }

  @Test
  void aFifthOfTheDaysQuotaIsForPeople() {
    Limits limits = limits(100, charges("0", "0", null, 14L));
    take(limits, people(0, 1));
    take(limits, people(0, 1));

    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, people(0, 1)));
    take(limits, money(0, 12));
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, UNIT));
    clock.advance(Duration.ofMinutes(30));
    assertThat(take(limits, people(0, 1))).isNotNull();
  }

  @Test
  void aFifthOfTheTurnsIsForPeople() {
    Limits limits = limits(10, ChargeSettings.FREE);
    List<Instant> turns = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      turns.add(take(limits, people(1, 0)).at());
    }
    for (int i = 0; i < 9; i++) {
      turns.add(take(limits, TEN).at());
    }

    Instant later = clock.instant().plusMillis(61_500);
    assertThat(turns.subList(0, 2)).allMatch(clock.instant()::equals);
    assertThat(turns.get(2)).isEqualTo(later);
    assertThat(turns.subList(3, 11)).allMatch(clock.instant()::equals);
    assertThat(turns.get(11)).isEqualTo(later);
  }

  @Test
  void moneyLeavesTheTurnsOfPeopleForLast() {
    Limits limits = limits(10, ChargeSettings.FREE);
    for (int i = 0; i < 10; i++) {
      take(limits, TEN);
      clock.advance(Duration.ofSeconds(1));
    }
    clock.advance(Duration.ofMinutes(2));
    for (int i = 0; i < 8; i++) {
      take(limits, TEN);
    }

    assertThat(take(limits, people(1, 0)).at()).isEqualTo(clock.instant());
    assertThat(take(limits, people(1, 0)).at()).isEqualTo(clock.instant());
    assertThat(take(limits, TEN).at()).isEqualTo(clock.instant().plusMillis(61_500));
  }

  @Test
  void oneTurnIsForPeopleHoweverFewThereAre() {
    Limits limits = limits(1, ChargeSettings.FREE);

    assertThat(take(limits, people(1, 0)).at()).isEqualTo(clock.instant());
    assertThat(take(limits, TEN).at()).isEqualTo(clock.instant().plusMillis(61_500));
  }

  @Test
  void whatWasNotUsedIsGivenBackToPeople() {
    Limits limits = limits(100, charges("0", "0.001", "0.010", 10L));
    Turn first = take(limits, people(2, 2));
    allowance().end(limits, first, End.NOT_CALLED, Duration.ZERO);

    allowance().end(limits, take(limits, people(2, 2)), End.FAILED, Duration.ZERO);
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, people(1, 0)));
    assertFault(ProviderFault.Kind.CAPPED, () -> take(limits, people(0, 1)));
  }

  private static Use money(int videos, int units) {
    return new Use(videos, units, Purpose.MONEY);
  }

  private static Use people(int videos, int units) {
    return new Use(videos, units, Purpose.PEOPLE);
  }

  private Turn take(Limits limits, Use use) {
    return allowance().take(limits, use, PATIENCE);
  }

  /** Each test has a provider of its own, or a fresh allowance. */
  protected Limits limits(int perMinute, ChargeSettings charges) {
    return new Limits("apify", perMinute, charges);
  }

  private static ChargeSettings charges(
      String perCall, String perVideo, @Nullable String cap, @Nullable Long quota) {
    return new ChargeSettings(
        new BigDecimal(perCall),
        new BigDecimal(perVideo),
        cap == null ? null : new BigDecimal(cap),
        quota,
        Span.DAY,
        ZoneId.of("America/Los_Angeles"));
  }

  private static void assertFault(ProviderFault.Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProviderFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
