package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The clipper took the submission back before anybody decided on it. Key: the campaign.
 *
 * @param submissionId the submission; once approved, the id of the clip too
 * @param campaignId the campaign
 * @param clipperId whose clip it is: the subject of the clipper's token
 * @param platform where the video is published
 * @param videoId the platform's own id of the video
 * @param withdrawnAt when
 */
public record SubmissionWithdrawn(
    UUID submissionId,
    UUID campaignId,
    String clipperId,
    Platform platform,
    String videoId,
    Instant withdrawnAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public SubmissionWithdrawn {
    requireNonNull(submissionId, "submissionId");
    requireNonNull(campaignId, "campaignId");
    Must.beId(clipperId, "clipperId");
    requireNonNull(platform, "platform");
    Must.beId(videoId, "videoId");
    Must.beInstant(withdrawnAt, "withdrawnAt");
  }

  @Override
  public EventType type() {
    return EventType.SUBMISSION_WITHDRAWN;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
