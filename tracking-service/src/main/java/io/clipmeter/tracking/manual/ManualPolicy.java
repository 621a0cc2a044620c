package io.clipmeter.tracking.manual;

import io.clipmeter.tracking.manual.ManualReading.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an entry can be true, and who must confirm it. Pure. */
final class ManualPolicy {
  private ManualPolicy() {}

  /**
   * What is known of the clip.
   *
   * @param lastViews its last good reading that was more than one admin's word; null where it waits
   *     for its baseline, or was counted in another kind
   * @param lastReadAt when that was read
   */
  record Known(@Nullable Long lastViews, @Nullable Instant lastReadAt) {}

  /** What becomes of an entry. */
  sealed interface Decision {
    /** It is read in the next round. */
    record Accepted() implements Decision {}

    /** A second admin must confirm it. */
    record NeedsSecond() implements Decision {}

    /** It cannot be. */
    record Wrong(Fault fault) implements Decision {}
  }

  /** Why an entry cannot be. */
  enum Fault {
    /** Measured in the future. */
    IN_THE_FUTURE,
    /** Measured so long ago that no round would read it. */
    TOO_OLD,
    /** The clip was read then or since. */
    READ_SINCE,
    /** No round reads the clip any more. */
    NOT_READ_ANY_MORE
  }

  /**
   * A baseline always needs a second admin: what is left out of it is paid.
   *
   * @param measuredAt when it was seen
   */
  static Decision judge(
      long views, Instant measuredAt, Known known, ManualSettings settings, Instant now) {
    Optional<Fault> fault = fault(measuredAt, known, settings, now);
    if (fault.isPresent()) {
      return new Decision.Wrong(fault.get());
    }
    Long last = known.lastViews();
    return last == null || views - last > settings.confirmAbove()
        ? new Decision.NeedsSecond()
        : new Decision.Accepted();
  }

  /** Why no round would read an entry; it may come to this while it waits to be confirmed. */
  static Optional<Fault> fault(
      Instant measuredAt, Known known, ManualSettings settings, Instant now) {
    if (measuredAt.isAfter(now)) {
      return Optional.of(Fault.IN_THE_FUTURE);
    }
    if (Duration.between(measuredAt, now).compareTo(settings.validFor()) > 0) {
      return Optional.of(Fault.TOO_OLD);
    }
    Instant lastReadAt = known.lastReadAt();
    if (lastReadAt != null && !measuredAt.isAfter(lastReadAt)) {
      return Optional.of(Fault.READ_SINCE);
    }
    return Optional.empty();
  }

  /** Whether somebody may confirm or reject an entry; who entered it may only take it back. */
  static boolean mayConfirm(ManualReading entry, String admin) {
    return entry.state() == State.PENDING && !entry.enteredBy().equals(admin);
  }
}
