package io.clipmeter.payout.earning;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import io.clipmeter.payout.balance.EntryKind;
import io.clipmeter.payout.balance.JournalEntry;
import io.clipmeter.payout.earning.Coverage.Part;
import io.clipmeter.payout.earning.Coverage.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is corrected of a clip is first of all what of it is not payable yet. */
class CoverageTest {
  private static final UUID CLIP = new UUID(1, 1);
  private static final UUID LATE = new UUID(2, 1);
  private static final UUID SOON = new UUID(2, 2);
  private static final UUID HOLD = new UUID(3, 1);
  private static final UUID OVER = new UUID(3, 2);
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LAST = AT.plusSeconds(86_400);

  private final Coverage coverage =
      new Coverage(
          List.of(waiting(SOON, CLIP, 40), waiting(HOLD, HOLD, 9), waiting(LATE, CLIP, 60)),
          List.of(),
          List.of(),
          Set.of(OVER));

  @Test
  void aHoldUsesUpWhatWaitsOfItsClipAndNoOther() {
    coverage.hear(fact(EntryKind.HOLD, HOLD, 150, AT));
    assertThat(posted()).containsExactly("COVER 100");
    assertThat(coverage.free()).containsEntry(LATE, 0L).containsEntry(SOON, 0L);
    assertThat(coverage.free()).containsEntry(HOLD, 9L);
    assertThat(coverage.newParts())
        .containsExactly(new Part(HOLD, LATE, 60), new Part(HOLD, SOON, 40));
  }

  @Test
  void whatWaitedWaitsAgainWhenTheHoldEnds() {
    coverage.hear(fact(EntryKind.HOLD, HOLD, 70, AT));
    coverage.hear(fact(EntryKind.UNHOLD, HOLD, 70, AT.plusSeconds(1)));
    assertThat(posted()).containsExactly("COVER 70", "UNCOVER 70");
    assertThat(coverage.free()).containsEntry(LATE, 60L).containsEntry(SOON, 40L);
    assertThat(coverage.newParts()).isEmpty();
    assertThat(coverage.ended()).containsExactly(HOLD);
  }

  @Test
  void aHoldThatIsOverWhenItIsHeardOfUsesUpNothing() {
    coverage.hear(fact(EntryKind.UNHOLD, HOLD, 70, AT.plusSeconds(1)));
    coverage.hear(fact(EntryKind.HOLD, HOLD, 70, AT));
    coverage.hear(fact(EntryKind.HOLD, OVER, 70, AT));
    assertThat(posted()).isEmpty();
    assertThat(coverage.free()).containsEntry(LATE, 60L).containsEntry(SOON, 40L);
    assertThat(coverage.newParts()).isEmpty();
  }

  @Test
  void butNotWhatHasBecomePayableMeanwhile() {
    Coverage later =
        new Coverage(
            List.of(waiting(LATE, CLIP, 0)),
            List.of(new Part(HOLD, LATE, 60), new Part(HOLD, SOON, 10)),
            List.of(),
            Set.of());
    later.hear(fact(EntryKind.UNHOLD, HOLD, 70, AT));
    assertThat(later.entries()).extracting(e -> e.amount().micros()).containsExactly(60L);
  }

  @Test
  void aClawbackUsesUpWhatWaitsForGood() {
    coverage.hear(fact(EntryKind.CLAWBACK, new UUID(4, 1), 70, AT));
    assertThat(posted()).containsExactly("COVER 70");
    assertThat(coverage.free()).containsEntry(LATE, 0L).containsEntry(SOON, 30L);
    assertThat(coverage.newParts()).isEmpty();
    assertThat(coverage.newTaken()).isEmpty();
  }

  @Test
  void whatIsTakenBackWithTheEndOfAHoldDoesNotWaitAgain() {
    coverage.hear(fact(EntryKind.HOLD, HOLD, 80, AT));
    Instant end = AT.plusSeconds(1);
    coverage.hear(fact(EntryKind.CLAWBACK, new UUID(4, 1), 80, end));
    coverage.hear(fact(EntryKind.UNHOLD, HOLD, 80, end));
    assertThat(posted()).containsExactly("COVER 80", "COVER 20", "UNCOVER 20");
    assertThat(coverage.newTaken()).hasSize(1);
  }

  @Test
  void whatIsTakenBackAtAnotherTimeIsNotOfTheHold() {
    coverage.hear(fact(EntryKind.HOLD, HOLD, 100, AT));
    coverage.hear(fact(EntryKind.CLAWBACK, new UUID(4, 1), 50, AT.plusSeconds(1)));
    coverage.hear(fact(EntryKind.UNHOLD, HOLD, 100, AT.plusSeconds(2)));
    assertThat(posted()).containsExactly("COVER 100", "UNCOVER 100");
  }

  @Test
  void whatIsAccruedAfterwardsIsNotUsedUp() {
    UUID later = new UUID(2, 3);
    coverage.hear(fact(EntryKind.CLAWBACK, new UUID(4, 1), 150, AT));
    coverage.hear(pending(later, 70, LAST));
    assertThat(posted()).containsExactly("COVER 100");
    assertThat(coverage.free()).containsEntry(later, 70L);

    coverage.hear(fact(EntryKind.HOLD, HOLD, 30, AT));
    assertThat(posted()).containsExactly("COVER 100", "COVER 30");
    assertThat(coverage.free()).containsEntry(later, 40L);
  }

  @Test
  void ofWhatWaitsTheLastIsUsedUpFirstWheneverItWasHeardOf() {
    UUID between = new UUID(2, 3);
    coverage.hear(pending(between, 70, AT.plusSeconds(1)));
    coverage.hear(fact(EntryKind.HOLD, HOLD, 100, AT));
    assertThat(coverage.newParts())
        .containsExactly(new Part(HOLD, LATE, 60), new Part(HOLD, between, 40));
    assertThat(coverage.free()).containsEntry(SOON, 40L);
  }

  @Test
  void whatIsLostOfAHoldIsThatOfWhatIsPayableLastHoweverItIsKept() {
    Coverage kept =
        new Coverage(
            List.of(waiting(SOON, CLIP, 0), waiting(LATE, CLIP, 0)),
            List.of(new Part(HOLD, SOON, 40), new Part(HOLD, LATE, 60)),
            List.of(),
            Set.of());
    kept.hear(fact(EntryKind.CLAWBACK, new UUID(4, 1), 50, AT));
    kept.hear(fact(EntryKind.UNHOLD, HOLD, 100, AT));
    assertThat(kept.free()).containsEntry(LATE, 10L).containsEntry(SOON, 40L);
  }

  private List<String> posted() {
    return coverage.entries().stream()
        .map(entry -> entry.kind() + " " + entry.amount().micros())
        .toList();
  }

  private static Waiting waiting(UUID accrual, UUID clip, long micros) {
    return new Waiting(accrual, clip, "anna", "USD", micros, accrual.equals(LATE) ? LAST : AT);
  }

  private static Earning pending(UUID accrual, long micros, Instant payableAt) {
    JournalEntry entry =
        new JournalEntry(EntryKind.PENDING_ACCRUAL, accrual, "anna", Money.ofMicros(micros, "USD"));
    return new Earning(entry, CLIP, AT, payableAt);
  }

  private static Earning fact(EntryKind kind, UUID reference, long micros, Instant at) {
    return new Earning(
        new JournalEntry(kind, reference, "anna", Money.ofMicros(micros, "USD")), CLIP, at, null);
  }
}
