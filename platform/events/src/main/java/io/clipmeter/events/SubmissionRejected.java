package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * An admin refused the submission, and says why. Key: the campaign.
 *
 * @param submissionId the submission; once approved, the id of the clip too
 * @param campaignId the campaign
 * @param clipperId whose clip it is: the subject of the clipper's token
 * @param platform where the video is published
 * @param videoId the platform's own id of the video
 * @param reason why, in words for the clipper
 * @param rejectedBy the admin who decided
 * @param rejectedAt when
 */
public record SubmissionRejected(
    UUID submissionId,
    UUID campaignId,
    String clipperId,
    Platform platform,
    String videoId,
    String reason,
    String rejectedBy,
    Instant rejectedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public SubmissionRejected {
    requireNonNull(submissionId, "submissionId");
    requireNonNull(campaignId, "campaignId");
    Must.beId(clipperId, "clipperId");
    requireNonNull(platform, "platform");
    Must.beId(videoId, "videoId");
    Must.beText(reason, "reason");
    Must.beText(rejectedBy, "rejectedBy");
    Must.beInstant(rejectedAt, "rejectedAt");
  }

  @Override
  public EventType type() {
    return EventType.SUBMISSION_REJECTED;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
