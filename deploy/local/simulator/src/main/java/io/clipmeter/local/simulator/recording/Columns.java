package io.clipmeter.local.simulator.recording;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each named column stands; extra columns are ignored. */
record Columns(Map<String, Integer> places, int width) {
  private static final List<String> NEEDED =
      List.of("platform", "video_id", "observed_on", "views");

  /**
   * Reads a header row.
   *
   * @throws BadRow when a needed column is missing or stands there twice
   */
  static Columns of(List<String> header) throws BadRow {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < header.size(); i++) {
      if (places.put(header.get(i).strip(), i) != null) {
        throw new BadRow("the column " + header.get(i) + " is there twice");
      }
    }
    for (String name : NEEDED) {
      if (!places.containsKey(name)) {
        throw new BadRow("the header has no column " + name);
      }
    }
    return new Columns(Map.copyOf(places), header.size());
  }

  /** A field's text; empty when the field is empty or the file has no such column. */
  Optional<String> text(CsvRecord row, String column) {
    return Optional.ofNullable(places.get(column))
        .map(row::getField)
        .filter(field -> !field.isEmpty());
  }

  /** What is wrong with a row. */
  static final class BadRow extends Exception {
    private static final long serialVersionUID = 1;

    BadRow(String what) {
      super(what, null, false, false);
    }
  }
}
