package io.clipmeter.local.simulator.state;

import java.util.OptionalLong;

/** The simulator's only clock for counts: they change when it ticks and never between. */
public final class Ticks {
  private static final String FILE = "tick";

  private final StateDirectory state;
  private final OptionalLong last;
  private long now;

  /** Goes on where it stood when the state was written. */
  public Ticks(StateDirectory state, OptionalLong last) {
    this.state = state;
    this.last = last;
    this.now = state.read(FILE).map(Ticks::parse).orElse(0L);
  }

  public synchronized long now() {
    return now;
  }

  /**
   * Moves on by {@code ticks}; the new tick is on disk before it is seen.
   *
   * @return the new tick; empty when that would pass the last one, and then nothing has changed
   */
  public synchronized OptionalLong advance(long ticks) {
    long next = now + ticks;
    if (last.isPresent() && next > last.getAsLong()) {
      return OptionalLong.empty();
    }
    state.replace(FILE, Long.toString(next));
    now = next;
    return OptionalLong.of(next);
  }

  private static long parse(String text) {
    return Long.parseLong(text.strip());
  }
}
