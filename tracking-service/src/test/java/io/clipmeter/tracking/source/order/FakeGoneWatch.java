package io.clipmeter.tracking.source.order;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What providers said to one process, in memory. */
final class FakeGoneWatch implements GoneWatch {
  private final Map<Asked, LinkedHashMap<VideoKey, Said>> said = new HashMap<>();

  private record Asked(Source source, Platform platform) {}

  private record Said(boolean gone, Instant at) {}

  @Override
  public synchronized Lately note(
      Platform platform, Collection<VideoRef> asked, Readings readings, Instant now) {
    LinkedHashMap<VideoKey, Said> known =
        said.computeIfAbsent(new Asked(readings.source(), platform), key -> new LinkedHashMap<>());
    for (VideoRef video : asked) {
      Reading reading = readings.of(video.key());
      if (!(reading instanceof Reading.Unknown)) {
        known.remove(video.key());
        known.put(video.key(), new Said(reading instanceof Reading.Gone, now));
      }
    }
    forget(known, now);
    if (asked.stream().noneMatch(video -> readings.of(video.key()) instanceof Reading.Gone)) {
      return Lately.NOTHING_GONE;
    }
    int gone = (int) known.values().stream().filter(Said::gone).count();
    Instant shownAt =
        known.values().stream()
            .filter(each -> !each.gone())
            .map(Said::at)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Lately(Math.min(gone, known.size() - gone), gone, shownAt);
  }

  /** The oldest come first, as each new saying is put at the end. */
  private static void forget(LinkedHashMap<VideoKey, Said> known, Instant now) {
    Instant since = now.minus(LATELY);
    while (!known.isEmpty() && known.firstEntry().getValue().at().isBefore(since)) {
      known.pollFirstEntry();
    }
  }
}
