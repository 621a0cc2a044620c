package io.clipmeter.earnings.receipt;

import io.clipmeter.chassis.problem.ProblemType;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * How many download at once: each keeps a connection to the database for as long as its reader
 * likes, and settlements need some of those, too.
 */
@Component
class ReceiptDownloads {
  static final int AT_ONCE = 2;
  private static final ProblemType BUSY =
      new ProblemType("too-many-downloads", 429, "Others are downloading receipts");

  private final Semaphore turns = new Semaphore(AT_ONCE);

  /** What writes one. */
  interface Download {
    void write() throws IOException;
  }

  /** Writes it, or refuses where too many are being written; nothing is written then. */
  void inTurn(Download download) throws IOException {
    if (!turns.tryAcquire()) {
      throw BUSY.because("At most " + AT_ONCE + " are written at once: try again soon.");
    }
    try {
      download.write();
    } finally {
      turns.release();
    }
  }
}
