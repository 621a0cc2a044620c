package io.clipmeter.payout.balance;

import static io.clipmeter.payout.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many at once over one ledger, without the service's own ways in. */
class LedgerRaceIT extends LedgerDatabase {
  @Test
  void sixteenAtOnceReserveExactlyWhatFits() throws Exception {
    List<Boolean> reserved =
        atOnce(16, () -> inTransaction(() -> reserveIfAvailable(dollars("9"))));
    assertThat(reserved.stream().filter(done -> done)).hasSize(11);
    Balance balance = balances.of(clipper).getFirst();
    assertThat(balance.reserved()).isEqualTo(dollars("99"));
    assertThat(balance.available()).isEqualTo(dollars("1"));
  }

  @Test
  void batchesWithTheSameClippersInAnyOrderDoNotWaitForEachOther() throws Exception {
    List<String> clippers = Stream.generate(LedgerDatabase::newClipper).limit(20).toList();
    atOnce(
        8,
        () -> {
          for (int round = 0; round < 10; round++) {
            inTransaction(() -> creditAllShuffled(clippers));
          }
          return true;
        });
    for (String each : clippers) {
      assertThat(earned(each)).isEqualTo(dollars("80"));
    }
  }

  @Test
  void oneAccrualCreditedByManyAtOnceCountsOnce() throws Exception {
    UUID accrual = UUID.randomUUID();
    atOnce(8, () -> inTransaction(() -> credit(accrual, dollars("5"))));
    assertThat(earned(clipper)).isEqualTo(dollars("105"));
  }

  private boolean creditAllShuffled(List<String> clippers) {
    List<JournalEntry> entries =
        new ArrayList<>(
            clippers.stream()
                .map(
                    each ->
                        new JournalEntry(EntryKind.ACCRUAL, UUID.randomUUID(), each, dollars("1")))
                .toList());
    Collections.shuffle(entries);
    ledger.post(entries, NOW);
    return true;
  }

  private boolean reserveIfAvailable(Money amount) {
    if (ledger.lock(clipper, amount.currency()).available().compareTo(amount) < 0) {
      return false;
    }
    ledger.reserve(UUID.randomUUID(), clipper, amount, NOW);
    return true;
  }
}
