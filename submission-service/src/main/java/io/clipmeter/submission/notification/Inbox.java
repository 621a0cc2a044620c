package io.clipmeter.submission.notification;

/**
 * Whose notifications.
 *
 * @param name as it is stored; no clipper's name makes it another's
 */
record Inbox(String name) {
  /** The one that all admins share: read by one of them is read. */
  static final Inbox ADMINS = new Inbox("admins");

  /** A clipper's own. */
  static Inbox of(String clipper) {
    return new Inbox("clipper:" + clipper);
  }
}
