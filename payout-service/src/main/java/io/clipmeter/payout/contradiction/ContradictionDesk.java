package io.clipmeter.payout.contradiction;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.payout.audit.AuditRecord;
import io.clipmeter.payout.audit.AuditRecord.Action;
import io.clipmeter.payout.audit.AuditRecords;
import io.clipmeter.payout.request.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where an admin says that a contradiction is dealt with: from then on nobody is alerted of it. */
@Component
class ContradictionDesk {
  private static final ProblemType NONE =
      new ProblemType("payout-not-contradicted", 409, "The provider does not say the contrary");
  private static final ProblemType CHANGED =
      new ProblemType("contradiction-changed", 409, "PayPal says something else by now");

  /** What an Idempotency-Key stands for. */
  private record Asked(String operation, UUID id, AcknowledgeForm form) {}

  private final Idempotency idempotency;
  private final Contradictions contradictions;
  private final AuditRecords audit;

  ContradictionDesk(Idempotency idempotency, Contradictions contradictions, AuditRecords audit) {
    this.idempotency = idempotency;
    this.contradictions = contradictions;
    this.audit = audit;
  }

  /** Takes note of one, or throws the refusal's problem. */
  @Transactional
  Contradiction acknowledge(
      Caller admin, @Nullable String key, UUID id, AcknowledgeForm form, Instant now) {
    Asked asked = new Asked("acknowledge-contradiction", id, form);
    return idempotency.once(
        admin, key, asked, Contradiction.class, () -> acknowledge(admin.subject(), id, form, now));
  }

  private Contradiction acknowledge(String admin, UUID id, AcknowledgeForm form, Instant now) {
    Contradiction found = contradictions.find(id).orElseThrow(() -> none(id));
    if (found.clipperId().equals(admin)) {
      throw new Refusal.OwnPayout().problem();
    }
    boolean another = form.itemStatus() != null && !form.itemStatus().equals(found.itemStatus());
    if (another || !contradictions.acknowledge(found)) {
      throw CHANGED.because("Look at it again: PayPal says something else than you have seen.");
    }
    String note = found.itemStatus() + ": " + form.reason();
    audit.add(new AuditRecord(now, admin, Action.ACKNOWLEDGE, id, note, null));
    return found;
  }

  private static RuntimeException none(UUID id) {
    return NONE.because("Nothing that nobody has taken note of contradicts payout " + id + ".");
  }
}
