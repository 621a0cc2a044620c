package io.clipmeter.tracking.source.instagram;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Ids in memory. */
public final class FakeMediaIds implements MediaIds {
  private final Map<String, Medium> known = new ConcurrentHashMap<>();

  /** Found before it was kept which account listed it. */
  public FakeMediaIds with(String code, String id) {
    known.put(code, new Medium(id, null));
    return this;
  }

  @Override
  public Map<String, Medium> of(Collection<String> shortcodes) {
    Map<String, Medium> found = new HashMap<>(known);
    found.keySet().retainAll(shortcodes);
    return found;
  }

  @Override
  public void add(UUID account, Map<String, String> ids, Instant now) {
    ids.forEach((code, id) -> known.put(code, new Medium(id, account)));
  }
}
