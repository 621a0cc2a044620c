package io.clipmeter.payout.reconciliation;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an admin says that a difference is cleared up: from then on it stops no payouts. Who, when
 * and why stay with it for ever; nothing is posted by it.
 */
@Component
class DiscrepancyDesk {
  private static final ProblemType NOT_FOUND =
      new ProblemType("discrepancy-not-found", 404, "There is no such discrepancy");
  private static final ProblemType RESOLVED =
      new ProblemType("discrepancy-resolved", 409, "The discrepancy is cleared up");
  private static final ProblemType OWN =
      new ProblemType("own-discrepancy", 403, "Nobody clears up what is their own");

  /** What an Idempotency-Key stands for. */
  private record Asked(String operation, UUID id, ResolveForm form) {}

  private final Idempotency idempotency;
  private final Discrepancies discrepancies;

  DiscrepancyDesk(Idempotency idempotency, Discrepancies discrepancies) {
    this.idempotency = idempotency;
    this.discrepancies = discrepancies;
  }

  /** Clears one up, or throws the refusal's problem. */
  @Transactional
  Discrepancy resolve(Caller admin, @Nullable String key, UUID id, ResolveForm form, Instant now) {
    Asked asked = new Asked("resolve-discrepancy", id, form);
    return idempotency.once(
        admin, key, asked, Discrepancy.class, () -> resolve(admin.subject(), id, form, now));
  }

  private Discrepancy resolve(String admin, UUID id, ResolveForm form, Instant now) {
    if (find(id).clipperId().equals(admin)) {
      throw OWN.because("Another admin must decide about it.");
    }
    if (!discrepancies.resolve(id, admin, form.reason(), now)) {
      throw RESOLVED.because("Discrepancy " + id + " was cleared up before.");
    }
    return find(id);
  }

  private Discrepancy find(UUID id) {
    return discrepancies
        .find(id)
        .orElseThrow(() -> NOT_FOUND.because("No discrepancy is " + id + "."));
  }
}
