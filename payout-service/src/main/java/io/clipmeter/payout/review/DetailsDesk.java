package io.clipmeter.payout.review;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.payout.audit.AuditRecord;
import io.clipmeter.payout.audit.AuditRecord.Action;
import io.clipmeter.payout.audit.AuditRecords;
import io.clipmeter.payout.details.DetailsForm;
import io.clipmeter.payout.details.SealedDetails;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where an admin reads where to send the money; that it was read commits before it is shown. */
@Component
class DetailsDesk {
  private final Reviews reviews;
  private final SealedDetails details;
  private final AuditRecords audit;

  DetailsDesk(Reviews reviews, SealedDetails details, AuditRecords audit) {
    this.reviews = reviews;
    this.details = details;
    this.audit = audit;
  }

  /** The payout; with its unmasked details where they are for this admin to see. */
  @Transactional
  ReviewView open(Caller admin, UUID id, Instant now) {
    PayoutRequest payout = reviews.find(id);
    @Nullable Funds funds = reviews.funds(List.of(id)).get(id);
    if (!DetailsPolicy.shows(payout, admin.subject())) {
      return ReviewView.of(payout, funds);
    }
    Optional<Refusal> refusal = DetailsPolicy.refusal(funds);
    if (refusal.isPresent()) {
      throw refusal.get().problem();
    }
    audit.add(new AuditRecord(now, admin.subject(), Action.READ_DETAILS, id, null, null));
    DetailsForm form = DetailsForm.of(details.open(id, payout.method()));
    return ReviewView.of(payout, form, funds);
  }
}
