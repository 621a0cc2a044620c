package io.clipmeter.local.simulator.fault;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * Something that shall go wrong.
 *
 * @param times how often it still strikes, 1 to {@link #TIMES_MAX}
 * @param videoIds only for these; empty for all
 * @param seconds how much longer a SLOW run takes, 0 to {@link #SECONDS_MAX}
 */
public record Fault(FaultKind kind, int times, Set<String> videoIds, int seconds) {
  public static final int TIMES_MAX = 1_000_000;
  public static final int SECONDS_MAX = 3_600;

  public Fault {
    videoIds = Set.copyOf(videoIds);
    if (times < 0 || times > TIMES_MAX || seconds < 0 || seconds > SECONDS_MAX) {
      throw new IllegalArgumentException("times or seconds out of range");
    }
  }

  /** Whether it concerns a call that asks for these videos. */
  boolean strikes(Collection<String> asked) {
    return videoIds.isEmpty() || !Collections.disjoint(videoIds, asked);
  }

  /** Whether it concerns this one video. */
  public boolean strikes(String videoId) {
    return videoIds.isEmpty() || videoIds.contains(videoId);
  }

  Fault struck() {
    return new Fault(kind, times - 1, videoIds, seconds);
  }
}
