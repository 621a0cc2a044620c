package io.clipmeter.earnings.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @ParameterizedTest(name = "10 earned, {0} adjusted, {1} held, {2} {3}: {4}")
  @CsvSource({
    "0, 0, -10, USD, ",
    "0, 0, -10.000001, USD, MoreThanFree",
    "0, 4, -6, USD, ",
    "0, 4, -6.000001, USD, MoreThanFree",
    "-3, 0, -7, USD, ",
    "-3, 0, -7.000001, USD, MoreThanFree",
    "5, 0, -15, USD, ",
    "0, 10, 1, USD, ",
    "0, 0, 0, USD, NotAnAmount",
    "0, 0, 1, EUR, NotAnAmount",
    "0, 0, 1000000000, USD, ",
    "0, 0, 1000000000.000001, USD, TooMuchAdded",
    "-3, 0, 1000000000.000001, USD, TooMuchAdded",
    "999999999, 0, 1, USD, ",
    "999999999, 0, 1.000001, USD, TooMuchAdded",
    "1000000001, 0, 0.000001, USD, TooMuchAdded",
    "1000000001, 0, -1000000011, USD, "
  })
  void noMoreIsTakenBackThanIsEarnedAndNotHeldNorAddedThanTheMost(
      String adjusted, String held, String amount, String currency, @Nullable String refusal) {
    Optional<CorrectionRefusal> answer =
        CorrectionPolicy.adjust(clip(adjusted, held), "ann", Money.of(amount, currency));

    assertThat(answer.map(r -> r.getClass().getSimpleName()))
        .isEqualTo(Optional.ofNullable(refusal));
  }

  @ParameterizedTest(name = "10 earned, {0} held, hold {1} {2} for {3} seconds: {4}")
  @CsvSource({
    "0, 10, USD, 1, ",
    "0, 10.000001, USD, 1, MoreThanFree",
    "4, 6, USD, 1, ",
    "4, 6.000001, USD, 1, MoreThanFree",
    "0, 0, USD, 1, NotAnAmount",
    "0, -1, USD, 1, NotAnAmount",
    "0, 1, EUR, 1, NotAnAmount",
    "0, 1, USD, 0, EndOutOfRange",
    "0, 1, USD, 157679999, ",
    "0, 1, USD, 157680000, EndOutOfRange",
    "0, 1, USD, , "
  })
  void noMoreIsHeldThanIsEarnedAndNotHeld(
      String held,
      String amount,
      String currency,
      @Nullable Long seconds,
      @Nullable String refusal) {
    Instant end = seconds == null ? null : NOW.plusSeconds(seconds);

    Optional<CorrectionRefusal> answer =
        CorrectionPolicy.hold(clip("0", held), Money.of(amount, currency), end, NOW);

    assertThat(answer.map(r -> r.getClass().getSimpleName()))
        .isEqualTo(Optional.ofNullable(refusal));
  }

  @ParameterizedTest(name = "{0} gives {1} to alice''s clip: {2}")
  @CsvSource({"alice, 1, OwnClip", "alice, -1, ", "ann, 1, ", "Alice, 1, "})
  void nobodyAddsToTheirOwnClip(String admin, String amount, @Nullable String refusal) {
    assertThat(
            CorrectionPolicy.adjust(clip("0", "0"), admin, Money.of(amount, "USD"))
                .map(r -> r.getClass().getSimpleName()))
        .isEqualTo(Optional.ofNullable(refusal));
  }

  @ParameterizedTest(name = "{0} releases alice''s clip, and takes back {1}: {2}")
  @CsvSource({"alice, false, OwnClip", "alice, true, ", "ann, false, ", "ann, true, "})
  void nobodyReleasesTheirOwnClip(String admin, boolean takeBack, @Nullable String refusal) {
    assertThat(
            CorrectionPolicy.release(clip("0", "5"), admin, takeBack)
                .map(r -> r.getClass().getSimpleName()))
        .isEqualTo(Optional.ofNullable(refusal));
  }

  private static ClipMoney clip(String adjusted, String held) {
    return new ClipMoney(
        new UUID(0, 1),
        new UUID(0, 2),
        "alice",
        Money.of("10", "USD"),
        Money.of(adjusted, "USD"),
        Money.of(held, "USD"));
  }
}
