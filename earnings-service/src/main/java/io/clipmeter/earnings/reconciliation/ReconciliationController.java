package io.clipmeter.earnings.reconciliation;

import io.clipmeter.earnings.reconciliation.Finding.Rule;
import io.clipmeter.earnings.reconciliation.Reports.Dated;
import io.clipmeter.earnings.reconciliation.Reports.Standing;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the books are right, and where they are not, for admins. */
@RestController
class ReconciliationController {
  private static final int MOST = 500;
  private static final int MICROS = 6;

  /**
   * Two sides of the books that disagree. Amounts are plain decimals, for they may be more than one
   * amount can be.
   *
   * @param subject a currency, an {@code entry:id}, a {@code settlement:id}, a campaign's id, or
   *     what a recount found: {@code currency:code}, {@code campaign:id:budget}, {@code :accrued}
   *     or {@code :clips}
   * @param difference found less expected
   */
  record FindingView(
      Rule rule,
      String subject,
      String currency,
      String expected,
      String found,
      String difference,
      Instant since) {

    static FindingView of(Dated dated) {
      Finding finding = dated.finding();
      return new FindingView(
          finding.rule(),
          finding.subject(),
          finding.currency(),
          plain(finding.expectedMicros()),
          plain(finding.foundMicros()),
          plain(finding.foundMicros().subtract(finding.expectedMicros())),
          dated.since());
    }

    private static String plain(BigDecimal micros) {
      return micros.movePointLeft(MICROS).toPlainString();
    }
  }

  /**
   * How the books stand.
   *
   * @param checkedAt when they were checked last; null before the first time
   * @param recountedAt when the whole journal was counted last; null before the first time
   * @param countedEntry the last entry that is counted for good
   * @param countedSettlement the last settlement that is counted for good
   * @param findings the first 500; empty where all is well
   * @param more whether there are more of them
   */
  record ReconciliationView(
      @Nullable Instant checkedAt,
      @Nullable Instant recountedAt,
      long countedEntry,
      long countedSettlement,
      List<FindingView> findings,
      boolean more) {}

  private final Reports reports;

  ReconciliationController(Reports reports) {
    this.reports = reports;
  }

  @Operation(summary = "Which campaigns, entries and currencies do not add up, and by how much")
  @GetMapping("/api/admin/earnings/reconciliation")
  ReconciliationView reconciliation() {
    Standing standing = reports.standing();
    List<Dated> found = reports.first(MOST + 1);
    return new ReconciliationView(
        standing.checkedAt(),
        standing.recountedAt(),
        standing.entry(),
        standing.settlement(),
        found.stream().limit(MOST).map(FindingView::of).toList(),
        found.size() > MOST);
  }
}
