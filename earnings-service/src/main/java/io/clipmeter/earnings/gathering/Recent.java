package io.clipmeter.earnings.gathering;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;

/** The rounds that something was done with of late; the oldest are forgotten first. */
final class Recent {
  private final SequencedMap<UUID, Boolean> ids = new LinkedHashMap<>();
  private final int max;

  Recent(int max) {
    this.max = max;
  }

  void add(UUID id) {
    ids.put(id, Boolean.TRUE);
    if (ids.size() > max) {
      ids.pollFirstEntry();
    }
  }

  boolean contains(UUID id) {
    return ids.containsKey(id);
  }
}
