package io.clipmeter.earnings.schedule;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round as it was read.
 *
 * @param version null where it does not say
 */
record Facts(UUID id, long number, @Nullable Long version, Map<UUID, Seen> clips) {

  /** Of one clip: a number, or none for a reason. */
  record Seen(@Nullable Long views, boolean gone) {}
}
