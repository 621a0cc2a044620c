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
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the file of a run is made: of what may leave at that moment, and no more. That each account
 * was read commits before it is shown.
 */
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

  /**
   * The file of a run.
   *
   * @param leftOut payouts of the run that are not in it: closed by now, or their money has to
   *     stay, or no key opens where it goes
   */
  record RunFile(String text, List<UUID> leftOut) {}

  /** Which of a run would be in its file now. */
  Set<UUID> inFile(UUID runId) {
    return details.opening(runs.inFile(runId));
  }

  /** The file, or throws the refusal's problem. */
  @Transactional
  RunFile file(Caller admin, UUID runId, Instant now) {
    List<PayoutRequest> run = runs.payouts(runId);
    if (run.isEmpty()) {
      throw new RunRefusal.NotFound().problem();
    }
    Set<UUID> inFile = inFile(runId);
    List<PayoutRequest> payouts = run.stream().filter(p -> inFile.contains(p.id())).toList();
    if (payouts.isEmpty()) {
      throw new RunRefusal.NothingLeaves().problem();
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
    List<UUID> leftOut =
        run.stream().map(PayoutRequest::id).filter(id -> !inFile.contains(id)).toList();
    return new RunFile(BankFile.of(payouts, opened), leftOut);
  }
}
