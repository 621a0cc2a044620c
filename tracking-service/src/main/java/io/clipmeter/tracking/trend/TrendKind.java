package io.clipmeter.tracking.trend;

/** Which list of a country. */
enum TrendKind {
  VIDEOS,
  SOUNDS
}
