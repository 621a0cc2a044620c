package io.clipmeter.local.simulator.recording;

import io.clipmeter.local.simulator.views.Counts;
import io.clipmeter.local.simulator.views.VideoKey;
import io.clipmeter.local.simulator.views.Views;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Recorded days, one a tick: tick 0 is the earliest day in the file. A video without a row on a day
 * is not listed on that day, and a recorded 0 is a 0.
 */
public final class RecordedViews implements Views {
  private final List<LocalDate> days;
  private final SortedMap<LocalDate, Map<VideoKey, Counts>> counts;
  private final String identity;

  /** {@code counts} must hold at least one day. */
  RecordedViews(SortedMap<LocalDate, Map<VideoKey, Counts>> counts, String identity) {
    this.days = List.copyOf(counts.keySet());
    this.counts = counts;
    this.identity = identity;
  }

  @Override
  public Optional<Counts> of(VideoKey video, long tick) {
    return day(tick).map(counts::get).map(videos -> videos.get(video));
  }

  @Override
  public OptionalLong lastTick() {
    return OptionalLong.of(days.size() - 1L);
  }

  @Override
  public Optional<LocalDate> day(long tick) {
    return tick < days.size() ? Optional.of(days.get((int) tick)) : Optional.empty();
  }

  @Override
  public String identity() {
    return identity;
  }
}
