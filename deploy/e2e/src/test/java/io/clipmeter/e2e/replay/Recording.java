package io.clipmeter.e2e.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was counted on which day: of several rows of a video on a day the largest, no row: nothing.
 *
 * @param days every day of the file, the first one first, also where only other videos have rows
 * @param views per video, in the order of the file
 */
public record Recording(List<LocalDate> days, Map<Video, NavigableMap<LocalDate, Long>> views) {
  /**
   * Reads a file.
   *
   * @param videosMax how many of its videos at most, the ones first seen first
   */
  public static Recording of(Path file, int videosMax) throws IOException {
    Map<Video, NavigableMap<LocalDate, Long>> all = new LinkedHashMap<>();
    Set<LocalDate> days = new TreeSet<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        LocalDate day = LocalDate.parse(row.getField("observed_on"));
        days.add(day);
        all.computeIfAbsent(
                new Video(row.getField("platform"), row.getField("video_id")),
                video -> new TreeMap<>())
            .merge(day, Long.parseLong(row.getField("views")), Math::max);
      }
    }
    return new Recording(List.copyOf(days), firstSeen(all, videosMax));
  }

  /** Those that ever fall to nothing come first: they are the rarest and must be among them. */
  private static Map<Video, NavigableMap<LocalDate, Long>> firstSeen(
      Map<Video, NavigableMap<LocalDate, Long>> all, int videosMax) {
    Map<Video, NavigableMap<LocalDate, Long>> chosen = new LinkedHashMap<>();
    all.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Video, NavigableMap<LocalDate, Long>> entry) ->
                        !entry.getValue().containsValue(0L))
                .thenComparing(entry -> entry.getValue().firstKey()))
        .limit(videosMax)
        .forEach(entry -> chosen.put(entry.getKey(), entry.getValue()));
    return chosen;
  }

  /** The videos that have their first row on this day. */
  List<Video> firstSeenOn(LocalDate day) {
    return views.entrySet().stream()
        .filter(entry -> entry.getValue().firstKey().equals(day))
        .map(Map.Entry::getKey)
        .toList();
  }
}
