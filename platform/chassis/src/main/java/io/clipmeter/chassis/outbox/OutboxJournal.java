package io.clipmeter.chassis.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A table of the service whose entries hold all that there is to tell: one row of the outbox stands
 * for an entry, and its events are made when they are sent. Entries never change, so a repetition
 * tells the same under the same ids.
 */
public interface OutboxJournal {

  /** Names it in the outbox; never changed. */
  String name();

  /**
   * Tells the events of these entries, those of the first entry first. Runs inside the relay's
   * transaction; an entry may have more events than memory holds.
   */
  void tell(List<Long> entries, Teller teller);

  /** Takes one event after the other. */
  @FunctionalInterface
  interface Teller {
    /**
     * @param index which of the entries it belongs to, from 0
     */
    void tell(int index, JournalEvent event);
  }

  /**
   * An event of an entry.
   *
   * @param key decides the partition
   * @param type the {@code ce_type}
   * @param id the {@code ce_id}
   * @param at the {@code ce_time}
   * @param payload becomes the JSON value
   */
  record JournalEvent(String topic, String key, String type, UUID id, Instant at, Object payload) {}
}
