package io.clipmeter.chassis.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service does with one topic. Each bean of this kind becomes a consumer of its own.
 *
 * <p>One poll is one transaction: the effects, the marks that they happened and the new offsets
 * commit together, so each record takes effect exactly once, whatever is killed, rebalanced or
 * delivered twice.
 *
 * @param <E> what a record means to the service
 */
public interface TopicListener<E> {

  /** The topic's name. */
  String topic();

  /**
   * What this record means, or null where it is of no concern (a type that is not known yet, say).
   * Any exception makes the record a dead letter; the records around it are not affected.
   */
  @Nullable E read(Received received);

  /**
   * Applies the events of one poll, in their order, inside the transaction. An event that fails for
   * a reason of its own is found by trying one at a time.
   */
  void apply(List<E> events);

  /**
   * Whether an event id that was seen before is dropped. Switch it off where the effect itself is
   * keyed, so that repeating it changes nothing: it saves a row per event.
   */
  default boolean deduplicate() {
    return true;
  }

  /** Whether a record whose effect fails waits, with all behind it, rather than being set aside. */
  default boolean waitOnFailure() {
    return false;
  }
}
