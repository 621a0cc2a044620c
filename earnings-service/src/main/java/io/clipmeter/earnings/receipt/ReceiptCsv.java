package io.clipmeter.earnings.receipt;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Receipts as CSV (RFC 4180, UTF-8). A text that a spreadsheet would take for a formula gets an
 * apostrophe in front, as OWASP advises.
 */
@Component
class ReceiptCsv {
  private static final String FORMULA_STARTS = "=+-@\t\r\n";
  private static final String[] HEADER = {
    "campaign",
    "round",
    "round_id",
    "clip",
    "clipper",
    "provider",
    "measured_at",
    "read_views",
    "baseline_views",
    "views_before",
    "views_after",
    "terms_version",
    "cpm",
    "clip_cap",
    "min_views",
    "due",
    "share",
    "total",
    "currency",
    "reason",
    "ledger_entry",
    "settled_at"
  };

  /** Where to write a file that the reader's browser keeps. */
  static OutputStream download(HttpServletResponse response) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"receipts.csv\"");
    return response.getOutputStream();
  }

  /**
   * Writes what the source gives, line by line.
   *
   * @throws UncheckedIOException where the reader goes away
   */
  void write(OutputStream out, Consumer<Consumer<ReceiptView>> source) {
    try {
      Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      CsvWriter csv = CsvWriter.builder().build(text);
      csv.writeRecord(HEADER);
      source.accept(receipt -> csv.writeRecord(line(receipt)));
      csv.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String[] line(ReceiptView r) {
    return new String[] {
      r.campaignId().toString(),
      Long.toString(r.round()),
      r.roundId().toString(),
      r.clipId().toString(),
      harmless(r.clipperId()),
      r.provider(),
      r.measuredAt().toString(),
      number(r.readViews()),
      Long.toString(r.baselineViews()),
      Long.toString(r.viewsBefore()),
      Long.toString(r.viewsAfter()),
      Long.toString(r.termsVersion()),
      r.cpm().amount(),
      r.clipCap() == null ? "" : r.clipCap().amount(),
      Long.toString(r.minViews()),
      r.due().amount(),
      r.share().amount(),
      r.total().amount(),
      r.share().currency(),
      r.reason(),
      Long.toString(r.ledgerEntry()),
      r.settledAt().toString()
    };
  }

  private static String number(@Nullable Long count) {
    return count == null ? "" : count.toString();
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
