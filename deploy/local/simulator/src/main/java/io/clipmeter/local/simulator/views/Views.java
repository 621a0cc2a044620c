package io.clipmeter.local.simulator.views;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the counters come from. Pure: the same video and tick have the same counters, always. */
public interface Views {
  /** The counters at a tick; empty when the platform would not list the video at all. */
  Optional<Counts> of(VideoKey video, long tick);

  /** The last tick there is; empty when there is no end. */
  OptionalLong lastTick();

  /** The recorded day of a tick; empty when nothing is recorded. */
  Optional<LocalDate> day(long tick);

  /** Tells this source from another, fit for a file name: state of one is not valid for another. */
  String identity();
}
