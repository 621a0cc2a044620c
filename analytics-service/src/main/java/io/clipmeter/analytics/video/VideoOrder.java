package io.clipmeter.analytics.video;

/** How videos are sorted; what is not known comes last, and ties go by platform and id. */
enum VideoOrder {
  /** By the time of posting, newest first. */
  NEWEST("v.by_time"),

  /** By views, most first. */
  MOST_VIEWED("v.by_views");

  private final String column;

  VideoOrder(String column) {
    this.column = column;
  }

  /** The column whose values, largest first, give the order. */
  String column() {
    return column;
  }
}
