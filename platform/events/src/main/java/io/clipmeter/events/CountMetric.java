package io.clipmeter.events;

/** What a count of views counts. Those of different metrics are never subtracted. */
public enum CountMetric {
  /** What the platform itself calls views. */
  VIEWS,

  /** How often the video was started. */
  PLAYS
}
