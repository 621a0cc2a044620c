package io.clipmeter.tracking.source.instagram;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Which id Instagram's API knows a video by, for those that were found before. */
public interface MediaIds {

  /** The ids of these shortcodes; those that were never found are left out. */
  Map<String, String> of(Collection<String> shortcodes);

  /** Remembers ids by their shortcodes. */
  void add(Map<String, String> ids, Instant now);
}
