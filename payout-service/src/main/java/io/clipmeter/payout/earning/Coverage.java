package io.clipmeter.payout.earning;

import static java.util.Objects.requireNonNull;

import io.clipmeter.money.Money;
import io.clipmeter.payout.balance.EntryKind;
import io.clipmeter.payout.balance.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is held or taken back of clips, against what of them is not payable yet: that is used up
 * first. Pure: begun with what is kept of these clips, told of the facts in their order, and read
 * for what is to be kept and posted.
 */
final class Coverage {
  /** An accrual that waits; {@code micros} of it are free. */
  record Waiting(
      UUID accrualId,
      UUID clipId,
      String clipperId,
      String currency,
      long micros,
      Instant payableAt) {}

  /** A part of an accrual that waits, which a hold is of. */
  record Part(UUID holdId, UUID accrualId, long micros) {}

  /** What an adjustment took back beyond what was free, while a hold was of what waits. */
  record Taken(UUID adjustmentId, UUID clipId, Instant at, long micros) {}

  // What is payable last is used up first; of the same instant in the order of the database's ids.
  private static final Comparator<Waiting> ORDER =
      Comparator.comparing(Waiting::payableAt)
          .reversed()
          .thenComparing(row -> row.accrualId().toString());

  private final List<Waiting> waiting;
  private final Map<UUID, Long> free = new HashMap<>();
  private final List<Part> parts;
  private final List<Taken> taken;
  private final Set<UUID> over;
  private final List<Part> newParts = new ArrayList<>();
  private final List<Taken> newTaken = new ArrayList<>();
  private final Set<UUID> ended = new HashSet<>();
  private final List<JournalEntry> entries = new ArrayList<>();

  /**
   * @param waiting in any order
   * @param parts of these accruals, or of holds that end
   * @param taken of these clips
   * @param over holds whose end was heard of before all that is told now
   */
  Coverage(List<Waiting> waiting, List<Part> parts, List<Taken> taken, Set<UUID> over) {
    this.over = Set.copyOf(over);
    this.waiting = new ArrayList<>(waiting);
    this.waiting.sort(ORDER);
    this.parts = new ArrayList<>(parts);
    this.taken = new ArrayList<>(taken);
    waiting.forEach(row -> free.put(row.accrualId(), row.micros()));
  }

  /** Whether a fact may use up what waits, or let it wait again. */
  static boolean corrects(Earning fact) {
    return switch (fact.entry().kind()) {
      case CLAWBACK, HOLD, UNHOLD -> true;
      case ACCRUAL,
          PENDING_ACCRUAL,
          MATURITY,
          BONUS,
          COVER,
          UNCOVER,
          CORRECTION_UP,
          CORRECTION_DOWN,
          RESERVE,
          RELEASE,
          SETTLE ->
          false;
    };
  }

  /**
   * The next fact of these clips: what is accrued now waits from now on, and was not there for what
   * was corrected before.
   */
  void hear(Earning fact) {
    switch (fact.entry().kind()) {
      case PENDING_ACCRUAL -> await(fact);
      case ACCRUAL, BONUS -> {}
      case HOLD -> hold(fact);
      case CLAWBACK -> takeBack(fact);
      case UNHOLD -> post(EntryKind.UNCOVER, fact, putBack(fact));
      default -> throw new IllegalArgumentException(fact.entry().kind() + " corrects nothing");
    }
  }

  /** What is to be posted, in this order. */
  List<JournalEntry> entries() {
    return entries;
  }

  /** How much is free of each of the accruals by now. */
  Map<UUID, Long> free() {
    return free;
  }

  List<Part> newParts() {
    return newParts.stream().filter(part -> !ended.contains(part.holdId())).toList();
  }

  List<Taken> newTaken() {
    return newTaken;
  }

  /** Holds of which nothing is to be kept any more. */
  Set<UUID> ended() {
    return ended;
  }

  private void await(Earning fact) {
    JournalEntry entry = fact.entry();
    Waiting row =
        new Waiting(
            entry.reference(),
            fact.clipId(),
            entry.clipperId(),
            entry.amount().currency().getCurrencyCode(),
            entry.amount().micros(),
            requireNonNull(fact.payableAt()));
    waiting.add(row);
    waiting.sort(ORDER);
    free.put(row.accrualId(), row.micros());
  }

  /** A hold that is over uses up nothing: nobody would ever let it wait again. */
  private void hold(Earning fact) {
    if (!ended.contains(fact.entry().reference()) && !over.contains(fact.entry().reference())) {
      post(EntryKind.COVER, fact, use(fact, true));
    }
  }

  private void takeBack(Earning fact) {
    JournalEntry entry = fact.entry();
    long used = use(fact, false);
    post(EntryKind.COVER, fact, used);
    long rest = entry.amount().micros() - used;
    boolean heldToo =
        parts.stream()
            .anyMatch(
                part ->
                    waiting.stream()
                        .anyMatch(r -> r.accrualId().equals(part.accrualId()) && of(r, fact)));
    if (rest > 0 && heldToo) {
      Taken more = new Taken(entry.reference(), fact.clipId(), fact.happened(), rest);
      taken.add(more);
      newTaken.add(more);
    }
  }

  /** Uses up what is free of the clip, at most the fact's amount; how much that was. */
  private long use(Earning fact, boolean holds) {
    long rest = fact.entry().amount().micros();
    for (Waiting row : waiting) {
      long micros = of(row, fact) ? Math.min(rest, free.getOrDefault(row.accrualId(), 0L)) : 0;
      if (micros > 0) {
        free.merge(row.accrualId(), -micros, Long::sum);
        rest -= micros;
        if (holds) {
          Part part = new Part(fact.entry().reference(), row.accrualId(), micros);
          parts.add(part);
          newParts.add(part);
        }
      }
    }
    return fact.entry().amount().micros() - rest;
  }

  /** Lets wait again what the hold was of, but for what was taken back with its end. */
  private long putBack(Earning fact) {
    UUID hold = fact.entry().reference();
    ended.add(hold);
    long gone = 0;
    for (Taken each : taken) {
      if (each.clipId().equals(fact.clipId()) && each.at().equals(fact.happened())) {
        gone += each.micros();
      }
    }
    long back = 0;
    for (Waiting row : waiting) {
      long held = heldOf(row, hold);
      long lost = Math.min(gone, held);
      gone -= lost;
      back += held - lost;
      free.merge(row.accrualId(), held - lost, Long::sum);
    }
    parts.removeIf(part -> part.holdId().equals(hold));
    return back;
  }

  private long heldOf(Waiting row, UUID hold) {
    return parts.stream()
        .filter(part -> part.holdId().equals(hold) && part.accrualId().equals(row.accrualId()))
        .mapToLong(Part::micros)
        .sum();
  }

  private void post(EntryKind kind, Earning fact, long micros) {
    if (micros > 0) {
      JournalEntry entry = fact.entry();
      Money amount = Money.ofMicros(micros, entry.amount().currency().getCurrencyCode());
      entries.add(new JournalEntry(kind, entry.reference(), entry.clipperId(), amount));
    }
  }

  private static boolean of(Waiting row, Earning fact) {
    JournalEntry entry = fact.entry();
    return row.clipId().equals(fact.clipId())
        && row.clipperId().equals(entry.clipperId())
        && row.currency().equals(entry.amount().currency().getCurrencyCode());
  }
}
