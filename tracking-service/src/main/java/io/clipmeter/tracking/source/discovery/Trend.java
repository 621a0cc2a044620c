package io.clipmeter.tracking.source.discovery;

import java.time.Instant;
import java.util.List;

/** What came of asking for a country's trends. */
public sealed interface Trend<T> {

  /**
   * The list, first place first; never empty.
   *
   * @param at when the answer came
   */
  record Ranked<T>(List<T> places, Instant at) implements Trend<T> {
    public Ranked {
      places = List.copyOf(places);
    }
  }

  /**
   * No answer that we understand.
   *
   * @param detail for the log; never holds a key or an address
   */
  record Unknown<T>(String detail) implements Trend<T> {}
}
