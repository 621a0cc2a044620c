package io.clipmeter.tracking.source.discovery;

import io.clipmeter.tracking.source.VideoRef;

/** A provider that lists videos nobody named. A failure is an answer; nothing is thrown. */
public interface Discovery {

  /** Looks for videos, and answers when there is an outcome. */
  Listing find(Question question);

  /**
   * TikTok's most viewed videos in a country now, by their addresses alone.
   *
   * @param country ISO 3166-1 alpha-2, in capitals
   * @param limit places at most, 1 to 100
   */
  Trend<VideoRef> videos(String country, int limit);

  /**
   * TikTok's most used sounds in a country now.
   *
   * @param country ISO 3166-1 alpha-2, in capitals
   * @param limit places at most, 1 to 100
   */
  Trend<Sound> sounds(String country, int limit);
}
