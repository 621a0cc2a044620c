package io.clipmeter.tracking.source.instagram;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which id Instagram's API knows a video by, for those that were found before. */
public interface MediaIds {

  /**
   * A video as Instagram's API knows it.
   *
   * @param account which listed it last; null where it was found before that was kept
   */
  record Medium(String id, @Nullable UUID account) {}

  /** The media of these shortcodes; those that were never found are left out. */
  Map<String, Medium> of(Collection<String> shortcodes);

  /** Remembers the ids that an account listed, by their shortcodes. */
  void add(UUID account, Map<String, String> ids, Instant now);
}
