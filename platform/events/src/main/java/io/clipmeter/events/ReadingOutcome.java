package io.clipmeter.events;

/** What came of one reading. Only OK moves money. */
public enum ReadingOutcome {
  /** A number, measured now. */
  OK,

  /** The platform says that the video is gone, confirmed by a second reading. */
  GONE,

  /** No answer that we understand; not the same as 0. */
  UNKNOWN,

  /** An answer that contradicts history: to be read again. */
  IMPLAUSIBLE
}
