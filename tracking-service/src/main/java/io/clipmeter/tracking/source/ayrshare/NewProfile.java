package io.clipmeter.tracking.source.ayrshare;

import org.jspecify.annotations.Nullable;

/**
 * A profile that was just made.
 *
 * @param refId Ayrshare's reference of it; null where it did not say
 * @param key what its calls carry; Ayrshare shows it this once
 */
public record NewProfile(@Nullable String refId, String key) {
  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "NewProfile[" + refId + "]";
  }
}
