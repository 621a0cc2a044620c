package io.clipmeter.tracking.chaos;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one provider's server counts for itself: calls, calls at once, and what it would charge. */
final class Meter {
  private final Clock clock;
  private final ZoneId zone;
  private final List<Instant> calls = Collections.synchronizedList(new ArrayList<>());
  private final Map<YearMonth, Long> videos = new HashMap<>();
  private final Map<LocalDate, Long> units = new HashMap<>();
  private int now;
  private int most;

  Meter(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  synchronized void begun() {
    calls.add(clock.instant());
    most = Math.max(most, ++now);
  }

  /** Before the answer leaves: the next call may come before this thread goes on. */
  synchronized void ended() {
    now--;
  }

  synchronized void charge(int asked) {
    videos.merge(YearMonth.from(today()), (long) asked, Long::sum);
  }

  synchronized void use(int quota) {
    units.merge(today(), (long) quota, Long::sum);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  synchronized int atOnceMost() {
    return most;
  }

  int calls() {
    return calls.size();
  }

  synchronized Map<YearMonth, Long> videosByMonth() {
    return Map.copyOf(videos);
  }

  synchronized Map<LocalDate, Long> unitsByDay() {
    return Map.copyOf(units);
  }

  /** The most calls that came within any 60 seconds. */
  int inAMinuteMost() {
    List<Instant> sorted = new ArrayList<>(calls);
    Collections.sort(sorted);
    int found = 0;
    int from = 0;
    for (int to = 0; to < sorted.size(); to++) {
      while (!sorted.get(from).plusSeconds(60).isAfter(sorted.get(to))) {
        from++;
      }
      found = Math.max(found, to - from + 1);
    }
    return found;
  }
}
