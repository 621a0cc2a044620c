package io.clipmeter.chassis.inbox;

/** Decides whether a partition can be read on from where its consumer has come. */
final class OutsidePolicy {
  private OutsidePolicy() {}

  /**
   * What the database says of a partition.
   *
   * @param next the offset to read next; 0 of a consumer that begins with whatever is there
   * @param stands whether this offset was found outside of the log before, and nobody has decided
   */
  record Stored(long next, boolean stands) {}

  /**
   * What Kafka holds of a partition.
   *
   * @param start of the first record
   * @param end behind the last record
   */
  record Log(long start, long end) {

    /** The same where what follows an offset is not what it was any more. */
    Log until(long divergent) {
      return new Log(start, Math.min(end, divergent));
    }
  }

  /** What is done with the partition. */
  sealed interface Verdict {}

  record ReadFrom(long offset) implements Verdict {}

  /** It is not read. */
  enum Outside implements Verdict {
    REMOVED("records that were never consumed are gone"),
    LOST("the topic was made anew, or lost records that were consumed"),
    UNDECIDED("it was outside before, and nobody has decided since");

    private final String why;

    Outside(String why) {
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  static Verdict verdict(Stored stored, Log log) {
    if (stored.next() > log.end()) {
      return Outside.LOST;
    }
    if (stored.next() == 0) {
      return new ReadFrom(log.start());
    }
    if (stored.next() < log.start()) {
      return Outside.REMOVED;
    }
    return stored.stands() ? Outside.UNDECIDED : new ReadFrom(stored.next());
  }
}
