package io.clipmeter.payout.payrun;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.payout.audit.AuditRecord;
import io.clipmeter.payout.audit.AuditRecord.Action;
import io.clipmeter.payout.audit.AuditRecords;
import io.clipmeter.payout.details.PayoutDetails;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.details.SealedDetails;
import io.clipmeter.payout.request.PayoutRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the file of a run is made; that each account was read commits before it is shown. */
@Component
class FileDesk {
  private final PayRuns runs;
  private final SealedDetails details;
  private final AuditRecords audit;

  FileDesk(PayRuns runs, SealedDetails details, AuditRecords audit) {
    this.runs = runs;
    this.details = details;
    this.audit = audit;
  }

  /** The file, or throws the refusal's problem. */
  @Transactional
  String file(Caller admin, UUID runId, Instant now) {
    List<PayoutRequest> payouts = runs.payouts(runId);
    if (payouts.isEmpty()) {
      throw new RunRefusal.NotFound().problem();
    }
    String why = "file of pay run " + runId;
    audit.add(
        payouts.stream()
            .map(
                payout ->
                    new AuditRecord(
                        now, admin.subject(), Action.READ_DETAILS, payout.id(), why, null))
            .toList());
    Map<UUID, PayoutDetails> opened =
        details.open(payouts.stream().map(PayoutRequest::id).toList(), PayoutMethod.BANK);
    return BankFile.of(payouts, opened);
  }
}
