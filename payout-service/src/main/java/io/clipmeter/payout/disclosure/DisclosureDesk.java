package io.clipmeter.payout.disclosure;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.payout.audit.AuditRecord;
import io.clipmeter.payout.audit.AuditRecord.Action;
import io.clipmeter.payout.audit.AuditRecords;
import io.clipmeter.payout.details.DetailsForm;
import io.clipmeter.payout.details.SealedDetails;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequests;
import io.clipmeter.payout.request.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where an admin reads where money went; that and why it was read commits before it is shown. */
@Component
class DisclosureDesk {
  private static final ProblemType NOT_NEEDED =
      new ProblemType("payout-details-not-needed", 409, "Nobody needs these details");

  private final PayoutRequests requests;
  private final SealedDetails details;
  private final AuditRecords audit;

  DisclosureDesk(PayoutRequests requests, SealedDetails details, AuditRecords audit) {
    this.requests = requests;
    this.details = details;
    this.audit = audit;
  }

  /** Shows the details, or throws the refusal's problem. */
  @Transactional
  Disclosure disclose(Caller admin, UUID id, String reason, Instant now) {
    PayoutRequest payout = requests.find(id).orElseThrow(() -> new Refusal.NotFound().problem());
    if (!DisclosurePolicy.mayBeNeeded(payout)) {
      throw NOT_NEEDED
          .because("The payout is " + payout.status() + ".")
          .with("payoutStatus", payout.status());
    }
    audit.add(new AuditRecord(now, admin.subject(), Action.READ_DETAILS, id, reason, null));
    DetailsForm form = DetailsForm.of(details.open(id, payout.method()));
    return new Disclosure(id, payout.method().name(), form);
  }
}
