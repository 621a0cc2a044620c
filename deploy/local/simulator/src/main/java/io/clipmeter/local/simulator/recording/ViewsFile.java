package io.clipmeter.local.simulator.recording;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.clipmeter.local.simulator.recording.Columns.BadRow;
import io.clipmeter.local.simulator.views.Counts;
import io.clipmeter.local.simulator.views.VideoKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads recorded views from a CSV file: RFC 4180, UTF-8, a header row, columns in any order. */
public final class ViewsFile {
  /** Far above any recording; below what the simulator's heap holds. */
  static final int ROWS_MAX = 200_000;

  /** Rows of another width are ours to refuse, by their line. */
  private static final CsvReader.CsvReaderBuilder CSV =
      CsvReader.builder()
          .allowUnclosedQuote(false)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE);

  private final Path file;
  private final SortedMap<LocalDate, Map<VideoKey, Counts>> days = new TreeMap<>();
  private final Map<VideoKey, VideoKey> videos = new HashMap<>();
  private int rows;

  private ViewsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a whole file.
   *
   * @throws BadViewsFile when it cannot be read or a row is malformed
   */
  public static RecordedViews read(Path file) throws BadViewsFile {
    return new ViewsFile(file).read();
  }

  private RecordedViews read() throws BadViewsFile {
    try (BufferedReader text = Files.newBufferedReader(file)) {
      skipByteOrderMark(text);
      try (CsvReader<CsvRecord> records = CSV.ofCsvRecord(text)) {
        readAll(records.iterator());
      }
      return new RecordedViews(days, "recorded-" + FileText.digest(file));
    } catch (CsvParseException malformed) {
      throw new BadViewsFile(file, "cannot be read: " + malformed.getMessage());
    } catch (IOException | UncheckedIOException unreadable) {
      throw new BadViewsFile(file, unreadable(unreadable));
    }
  }

  private void readAll(Iterator<CsvRecord> records) throws BadViewsFile {
    if (!records.hasNext()) {
      throw new BadViewsFile(file, 1, "the header row is missing");
    }
    CsvRecord row = records.next();
    try {
      Columns columns = Columns.of(row.getFields());
      while (records.hasNext()) {
        row = records.next();
        add(columns, row);
      }
      if (days.isEmpty()) {
        throw new BadRow("no row follows the header");
      }
    } catch (BadRow bad) {
      throw new BadViewsFile(file, row.getStartingLineNumber(), String.valueOf(bad.getMessage()));
    }
  }

  private void add(Columns columns, CsvRecord row) throws BadRow {
    if (++rows > ROWS_MAX) {
      throw new BadRow("there are more than " + ROWS_MAX + " rows");
    }
    if (row.getFieldCount() != columns.width()) {
      throw new BadRow(
          "%d fields, but the header has %d".formatted(row.getFieldCount(), columns.width()));
    }
    var reading = RecordedRow.of(columns, row);
    VideoKey video = videos.computeIfAbsent(reading.video(), key -> key);
    days.computeIfAbsent(reading.day(), _ -> new HashMap<>())
        .merge(video, reading.counts(), ViewsFile::larger);
  }

  /** Of several rows on a day the one with the most views counts; known before unknown. */
  private static Counts larger(Counts first, Counts second) {
    return viewsOf(second.views()) > viewsOf(first.views()) ? second : first;
  }

  private static long viewsOf(@Nullable Long views) {
    return views == null ? -1 : views;
  }

  private static void skipByteOrderMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
  }

  private String unreadable(Exception problem) {
    boolean isMalformed =
        problem instanceof MalformedInputException
            || problem.getCause() instanceof MalformedInputException;
    return isMalformed
        ? "is not UTF-8 in line " + FileText.firstLineThatIsNotUtf8(file)
        : "cannot be read (" + problem.getClass().getSimpleName() + ")";
  }
}
