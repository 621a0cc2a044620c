package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A video could not be read, and why. Key: the platform and the video id, such as {@code
 * TIKTOK:7524354452762037512}.
 *
 * @param platform where the video is published
 * @param videoId the platform's own id of the video
 * @param reason why there are no counters
 * @param observedAt when the reading was tried
 * @param source which provider the reading came from
 */
public record VideoUnavailable(
    Platform platform, String videoId, UnavailableReason reason, Instant observedAt, Source source)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public VideoUnavailable {
    requireNonNull(platform, "platform");
    Must.beId(videoId, "videoId");
    requireNonNull(reason, "reason");
    Must.beInstant(observedAt, "observedAt");
    requireNonNull(source, "source");
  }

  @Override
  public EventType type() {
    return EventType.VIDEO_UNAVAILABLE;
  }

  @Override
  public String key() {
    return platform + ":" + videoId;
  }
}
