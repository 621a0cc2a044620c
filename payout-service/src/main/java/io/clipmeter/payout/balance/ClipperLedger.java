package io.clipmeter.payout.balance;

import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Moves clippers' money: the journal entry and the balance change together, in the transaction of
 * whoever decided it.
 *
 * <p>The database refuses whatever would take a balance below zero or happen twice; a caller that
 * asks for that has a fault, so it ends in an exception. So does posting outside a transaction: an
 * entry without its postings is not committed.
 */
@Component
public class ClipperLedger {
  /**
   * What is set aside for one payout.
   *
   * @param amount more than nothing
   */
  public record Reserved(UUID payoutId, String clipperId, Money amount) {
    private JournalEntry entry(EntryKind kind) {
      return new JournalEntry(kind, payoutId, clipperId, amount);
    }
  }

  private final Balances balances;
  private final LedgerEntries entries;

  ClipperLedger(Balances balances, LedgerEntries entries) {
    this.balances = balances;
    this.entries = entries;
  }

  /** The balance, locked until the transaction ends; nothing where nothing was ever earned. */
  public Balance lock(String clipperId, Currency currency) {
    return balances.lock(clipperId, currency).orElseGet(() -> Balance.empty(currency));
  }

  /** Locks the balances behind all these payouts, in one order for everybody. */
  public void lock(List<Reserved> payouts) {
    balances.lock(entries(EntryKind.RESERVE, payouts));
  }

  /** Sets money aside for a payout: available to reserved. */
  public void reserve(UUID payoutId, String clipperId, Money amount, Instant now) {
    move(List.of(new JournalEntry(EntryKind.RESERVE, payoutId, clipperId, amount)), now);
  }

  /** Gives back what was set aside for a payout: reserved to available. */
  public void release(UUID payoutId, String clipperId, Money amount, Instant now) {
    release(List.of(new Reserved(payoutId, clipperId, amount)), now);
  }

  /** Gives back what was set aside for these payouts. */
  public void release(List<Reserved> payouts, Instant now) {
    move(entries(EntryKind.RELEASE, payouts), now);
  }

  /** What was set aside for a payout has left: reserved to paid. */
  public void settle(UUID payoutId, String clipperId, Money amount, Instant now) {
    settle(List.of(new Reserved(payoutId, clipperId, amount)), now);
  }

  /** What was set aside for these payouts has left. */
  public void settle(List<Reserved> payouts, Instant now) {
    move(entries(EntryKind.SETTLE, payouts), now);
  }

  /**
   * Posts what the earnings service told of, each once for ever, however often it is told.
   *
   * @return those that are new
   * @throws IllegalStateException where one was told of before with another clipper or amount
   */
  public List<JournalEntry> post(List<JournalEntry> told, Instant now) {
    List<JournalEntry> once = once(told);
    balances.openAndLock(once);
    List<JournalEntry> fresh = entries.post(once, now);
    if (fresh.size() < once.size()) {
      refuseContradictions(once);
    }
    balances.change(fresh);
    return fresh;
  }

  /** Which of these stand in the journal as entries of this kind. */
  public Set<UUID> posted(EntryKind kind, Set<UUID> references) {
    return entries.posted(kind, references);
  }

  /** What makes an entry the same as another. */
  private record Key(EntryKind kind, UUID reference) {}

  private static List<JournalEntry> once(List<JournalEntry> told) {
    Map<Key, JournalEntry> byKey = new LinkedHashMap<>();
    for (JournalEntry entry : told) {
      JournalEntry before = byKey.putIfAbsent(new Key(entry.kind(), entry.reference()), entry);
      if (before != null && !before.equals(entry)) {
        throw contradiction(entry.reference());
      }
    }
    return new ArrayList<>(byKey.values());
  }

  private void refuseContradictions(List<JournalEntry> accruals) {
    Set<UUID> contradicted = entries.contradicted(accruals);
    if (!contradicted.isEmpty()) {
      throw contradiction(contradicted.iterator().next());
    }
  }

  private static IllegalStateException contradiction(UUID reference) {
    return new IllegalStateException(
        "accrual " + reference + " was counted with another clipper or amount");
  }

  private static List<JournalEntry> entries(EntryKind kind, List<Reserved> payouts) {
    return payouts.stream().map(payout -> payout.entry(kind)).toList();
  }

  private void move(List<JournalEntry> wanted, Instant now) {
    if (wanted.isEmpty()) {
      return;
    }
    balances.lock(wanted);
    if (entries.post(wanted, now).size() < wanted.size()) {
      throw new IllegalStateException("one of these happened before: " + wanted);
    }
    balances.change(wanted);
  }
}
