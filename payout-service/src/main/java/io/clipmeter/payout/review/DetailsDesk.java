package io.clipmeter.payout.review;

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

/** Where an admin reads where to send the money; that it was read commits before it is shown. */
@Component
class DetailsDesk {
  private final PayoutRequests requests;
  private final SealedDetails details;
  private final AuditRecords audit;

  DetailsDesk(PayoutRequests requests, SealedDetails details, AuditRecords audit) {
    this.requests = requests;
    this.details = details;
    this.audit = audit;
  }

  /** The payout with its unmasked details. */
  @Transactional
  ReviewView open(Caller admin, UUID id, Instant now) {
    PayoutRequest payout = requests.find(id).orElseThrow(() -> new Refusal.NotFound().problem());
    audit.add(new AuditRecord(now, admin.subject(), Action.READ_DETAILS, id, null, null));
    return ReviewView.of(payout, DetailsForm.of(details.open(id, payout.method())));
  }
}
