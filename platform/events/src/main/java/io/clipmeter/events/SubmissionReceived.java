package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A clipper offered a video to a campaign; nobody has decided on it yet. Key: the campaign.
 *
 * @param submissionId the submission; once approved, the id of the clip too
 * @param campaignId the campaign
 * @param clipperId who offers it: the subject of the clipper's token
 * @param platform where the video is published
 * @param videoId the platform's own id of the video
 * @param canonicalUrl the one address of the video that all its short links lead to
 * @param submittedAt when it was offered
 */
public record SubmissionReceived(
    UUID submissionId,
    UUID campaignId,
    String clipperId,
    Platform platform,
    String videoId,
    String canonicalUrl,
    Instant submittedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public SubmissionReceived {
    requireNonNull(submissionId, "submissionId");
    requireNonNull(campaignId, "campaignId");
    Must.beId(clipperId, "clipperId");
    requireNonNull(platform, "platform");
    Must.beId(videoId, "videoId");
    Must.beText(canonicalUrl, "canonicalUrl");
    Must.beInstant(submittedAt, "submittedAt");
  }

  @Override
  public EventType type() {
    return EventType.SUBMISSION_RECEIVED;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
