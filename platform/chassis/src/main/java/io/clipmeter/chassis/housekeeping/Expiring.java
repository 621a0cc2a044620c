package io.clipmeter.chassis.housekeeping;

import java.time.Instant;

/** A table whose rows are kept only for a while. */
@FunctionalInterface
public interface Expiring {

  /** Deletes the rows that are too old at this instant. Several instances may do so at once. */
  void forget(Instant now);
}
