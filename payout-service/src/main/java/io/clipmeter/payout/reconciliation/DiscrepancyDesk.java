package io.clipmeter.payout.reconciliation;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import io.clipmeter.payout.audit.AuditRecord;
import io.clipmeter.payout.audit.AuditRecord.Action;
import io.clipmeter.payout.audit.AuditRecords;
import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.balance.EntryKind;
import io.clipmeter.payout.balance.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an admin says that a difference is cleared up: from then on it stops no payouts. Who, when
 * and why stay with it for ever. What two admins agree upon is posted to correct the balance.
 */
@Component
class DiscrepancyDesk {
  private static final ProblemType NOT_FOUND =
      new ProblemType("discrepancy-not-found", 404, "There is no such discrepancy");
  private static final ProblemType RESOLVED =
      new ProblemType("discrepancy-resolved", 409, "The discrepancy is cleared up");
  private static final ProblemType SECOND =
      new ProblemType("second-admin-required", 409, "A second admin has to agree");
  private static final ProblemType BEYOND =
      new ProblemType("correction-beyond-difference", 409, "It corrects more than there is");
  private static final ProblemType OWN =
      new ProblemType("own-discrepancy", 403, "Nobody clears up what is their own");

  /** What an Idempotency-Key stands for. */
  private record Asked(String operation, UUID id, ResolveForm form) {}

  private final Idempotency idempotency;
  private final ClipperLedger ledger;
  private final Discrepancies discrepancies;
  private final AuditRecords audit;

  DiscrepancyDesk(
      Idempotency idempotency,
      ClipperLedger ledger,
      Discrepancies discrepancies,
      AuditRecords audit) {
    this.idempotency = idempotency;
    this.ledger = ledger;
    this.discrepancies = discrepancies;
    this.audit = audit;
  }

  /** Clears one up, or throws the refusal's problem. */
  @Transactional
  Discrepancy resolve(Caller admin, @Nullable String key, UUID id, ResolveForm form, Instant now) {
    Asked asked = new Asked("resolve-discrepancy", id, form);
    return idempotency.once(
        admin, key, asked, Discrepancy.class, () -> resolve(admin.subject(), id, form, now));
  }

  /** What was done with one, or throws the refusal's problem. */
  Page<AuditRecord> audit(UUID id, PageQuery page) {
    return audit.ofDiscrepancy(find(id).id(), page);
  }

  private Discrepancy resolve(String admin, UUID id, ResolveForm form, Instant now) {
    Discrepancy found = find(id);
    if (found.clipperId().equals(admin)) {
      throw OWN.because("Another admin must decide about it.");
    }
    if (form.correction() != null) {
      return correct(admin, found, Money.of(form.correction(), found.currency()), form, now);
    }
    if (!discrepancies.resolve(id, admin, form.reason(), now)) {
      throw RESOLVED.because("Discrepancy " + id + " was cleared up before.");
    }
    audit.add(AuditRecord.ofDiscrepancy(now, admin, Action.CLEAR_UP, id, form.reason()));
    return find(id);
  }

  /** The first admin proposes, another one who says the same posts. */
  private Discrepancy correct(
      String admin, Discrepancy found, Money correction, ResolveForm form, Instant now) {
    UUID id = found.id();
    boolean same = Amount.of(correction).equals(found.correction());
    if (found.resolvedAt() == null && same && !admin.equals(found.proposedBy())) {
      // Before the difference's row, as who posts has it.
      List<JournalEntry> _ = ledger.post(List.of(entry(found, correction)), now);
      demandWithin(correction, id);
      if (!discrepancies.correct(id, admin, form.reason(), correction, now)) {
        throw RESOLVED.because("Discrepancy " + id + " was cleared up or changed meanwhile.");
      }
      audit.add(record(now, admin, Action.CORRECT, id, correction, form));
      return find(id);
    }
    if (found.resolvedAt() == null && same) {
      throw SECOND.because("You proposed it already; another admin must say the same.");
    }
    if (found.resolvedAt() == null) {
      demandWithin(correction, id);
    }
    if (!discrepancies.propose(id, admin, form.reason(), correction, now)) {
      throw RESOLVED.because("Discrepancy " + id + " was cleared up before.");
    }
    audit.add(record(now, admin, Action.PROPOSE, id, correction, form));
    return find(id);
  }

  /** With the amount: a proposal makes way for the next one. */
  private static AuditRecord record(
      Instant now, String admin, Action action, UUID id, Money correction, ResolveForm form) {
    return AuditRecord.ofDiscrepancy(now, admin, action, id, correction + ": " + form.reason());
  }

  /** As it stands by now: a record that was sent again has corrected it already. */
  private void demandWithin(Money correction, UUID id) {
    Money difference = discrepancies.difference(id);
    if (!CorrectionPolicy.within(correction, difference)) {
      throw BEYOND
          .because("What is stated, less what was posted and corrected, is " + difference + ".")
          .with("difference", Amount.of(difference));
    }
  }

  private static JournalEntry entry(Discrepancy found, Money correction) {
    return correction.isNegative()
        ? new JournalEntry(
            EntryKind.CORRECTION_DOWN, found.id(), found.clipperId(), correction.negated())
        : new JournalEntry(EntryKind.CORRECTION_UP, found.id(), found.clipperId(), correction);
  }

  private Discrepancy find(UUID id) {
    return discrepancies
        .find(id)
        .orElseThrow(() -> NOT_FOUND.because("No discrepancy is " + id + "."));
  }
}
