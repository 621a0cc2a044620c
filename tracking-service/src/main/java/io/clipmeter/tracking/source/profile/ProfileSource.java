package io.clipmeter.tracking.source.profile;

import io.clipmeter.events.Platform;

/** A provider of public account pages. */
@FunctionalInterface
public interface ProfileSource {

  /**
   * Reads an account's page as it is now, and answers when there is an outcome. A failure is an
   * answer ({@link ProfileReading.Unknown}); nothing is thrown.
   *
   * @param handle the name in its address, with or without the @, in any case; for YouTube also the
   *     channel's id (UC...)
   */
  ProfileReading read(Platform platform, String handle);
}
