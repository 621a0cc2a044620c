package io.clipmeter.earnings.receipt;

import io.clipmeter.earnings.ledger.OpenTransactions;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes all receipts of a campaign or a clipper. Inside a transaction, because PostgreSQL hands
 * rows out little by little only there, and there may be more than fit into memory.
 */
@Component
class ReceiptDesk {
  private final Receipts receipts;
  private final ReceiptCsv csv;
  private final OpenTransactions open;

  ReceiptDesk(Receipts receipts, ReceiptCsv csv, OpenTransactions open) {
    this.receipts = receipts;
    this.csv = csv;
    this.open = open;
  }

  @Transactional(readOnly = true)
  void writeCampaign(UUID campaignId, OutputStream out) {
    open.leaveOut();
    csv.write(out, taker -> receipts.eachOfCampaign(campaignId, taker));
  }

  @Transactional(readOnly = true)
  void writeClipper(String clipperId, OutputStream out) {
    open.leaveOut();
    csv.write(out, taker -> receipts.eachOfClipper(clipperId, taker));
  }
}
