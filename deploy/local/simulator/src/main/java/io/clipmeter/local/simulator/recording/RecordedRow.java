package io.clipmeter.local.simulator.recording;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.clipmeter.local.simulator.recording.Columns.BadRow;
import io.clipmeter.local.simulator.views.Counts;
import io.clipmeter.local.simulator.views.Platform;
import io.clipmeter.local.simulator.views.VideoKey;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** One reading of one video on one day. */
record RecordedRow(VideoKey video, LocalDate day, Counts counts) {
  private static final int ID_LENGTH_MAX = 100;

  static RecordedRow of(Columns columns, CsvRecord row) throws BadRow {
    String name = needed(columns, row, "platform");
    Platform platform =
        Platform.of(name)
            .orElseThrow(() -> new BadRow("platform must be tiktok, youtube or instagram"));
    String id = needed(columns, row, "video_id");
    if (id.length() > ID_LENGTH_MAX) {
      throw new BadRow("video_id is longer than " + ID_LENGTH_MAX + " characters");
    }
    return new RecordedRow(new VideoKey(platform, id), day(columns, row), counts(columns, row));
  }

  private static Counts counts(Columns columns, CsvRecord row) throws BadRow {
    return new Counts(
        count(columns, row, "views"),
        count(columns, row, "likes"),
        count(columns, row, "comments"),
        count(columns, row, "shares"),
        null);
  }

  private static LocalDate day(Columns columns, CsvRecord row) throws BadRow {
    try {
      return LocalDate.parse(needed(columns, row, "observed_on"));
    } catch (DateTimeParseException notADay) {
      throw new BadRow("observed_on must be a day such as 2017-09-13");
    }
  }

  private static @Nullable Long count(Columns columns, CsvRecord row, String column) throws BadRow {
    String text = columns.text(row, column).orElse(null);
    if (text == null) {
      return null;
    }
    try {
      long count = Long.parseLong(text);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, like a negative count.
    }
    throw new BadRow(column + " must be empty or an integer from 0");
  }

  private static String needed(Columns columns, CsvRecord row, String column) throws BadRow {
    return columns.text(row, column).orElseThrow(() -> new BadRow(column + " is empty"));
  }
}
