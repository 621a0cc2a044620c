package io.clipmeter.tracking.source.instagram;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ids in memory. */
public final class FakeMediaIds implements MediaIds {
  private final Map<String, String> known = new ConcurrentHashMap<>();

  public FakeMediaIds with(String code, String id) {
    known.put(code, id);
    return this;
  }

  @Override
  public Map<String, String> of(Collection<String> shortcodes) {
    Map<String, String> found = new HashMap<>(known);
    found.keySet().retainAll(shortcodes);
    return found;
  }

  @Override
  public void add(Map<String, String> ids, Instant now) {
    known.putAll(ids);
  }
}
