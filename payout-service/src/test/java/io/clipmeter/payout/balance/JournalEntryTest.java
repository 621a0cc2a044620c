package io.clipmeter.payout.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.money.Money;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalEntryTest {
  @ParameterizedTest
  @CsvSource({
    "ACCRUAL,         -5,  5,  0,  0, 0, 5, 0",
    "PENDING_ACCRUAL, -5,  0,  5,  0, 0, 5, 0",
    "MATURITY,         0,  5, -5,  0, 0, 0, 0",
    "BONUS,           -5,  5,  0,  0, 0, 5, 0",
    "CLAWBACK,         5, -5,  0,  0, 0, 0, 5",
    "HOLD,             0, -5,  5,  0, 0, 0, 0",
    "UNHOLD,           0,  5, -5,  0, 0, 0, 0",
    "RESERVE,          0, -5,  0,  5, 0, 0, 0",
    "RELEASE,          0,  5,  0, -5, 0, 0, 0",
    "SETTLE,           0,  0,  0, -5, 5, 0, 0"
  })
  void movesBetweenTwoAccountsAndIsEarnedOrTakenBack(
      EntryKind kind,
      long clearing,
      long available,
      long held,
      long reserved,
      long paid,
      long earned,
      long takenBack) {
    JournalEntry entry = entry(kind, "anna", "0.000005");
    assertThat(entry.changeOf(Pocket.CLEARING)).isEqualTo(clearing);
    assertThat(entry.changeOf(Pocket.AVAILABLE)).isEqualTo(available);
    assertThat(entry.changeOf(Pocket.RESERVED)).isEqualTo(reserved);
    assertThat(entry.changeOf(Pocket.PAID)).isEqualTo(paid);
    assertThat(entry.changeOf(Pocket.HELD)).isEqualTo(held);
    assertThat(entry.earned()).isEqualTo(earned);
    assertThat(entry.takenBack()).isEqualTo(takenBack);
  }

  @ParameterizedTest
  @EnumSource(EntryKind.class)
  void sumsToZero(EntryKind kind) {
    JournalEntry entry = entry(kind, "anna", "1");
    assertThat(Arrays.stream(Pocket.values()).mapToLong(entry::changeOf).sum()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.000001"})
  void movesMoreThanNothing(String amount) {
    assertThatThrownBy(() -> entry(EntryKind.RESERVE, "anna", amount))
        .hasMessageContaining("nothing to move");
  }

  @Test
  void refusesAClipperThatCannotBeKept() {
    assertThatThrownBy(() -> entry(EntryKind.ACCRUAL, "", "1")).hasMessageContaining("clipper");
    assertThatThrownBy(() -> entry(EntryKind.ACCRUAL, "a\0", "1")).hasMessageContaining("clipper");
    assertThatThrownBy(() -> entry(EntryKind.ACCRUAL, "a".repeat(256), "1"))
        .hasMessageContaining("clipper");
    assertThat(entry(EntryKind.ACCRUAL, "a".repeat(255), "1").currency()).isEqualTo("USD");
  }

  private static JournalEntry entry(EntryKind kind, String clipper, String amount) {
    return new JournalEntry(kind, UUID.randomUUID(), clipper, Money.of(amount, "USD"));
  }
}
