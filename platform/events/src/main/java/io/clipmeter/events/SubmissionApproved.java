package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * An admin accepted the submission: from now on it is a clip, which is tracked and earns. Key: the
 * campaign.
 *
 * @param submissionId the submission; once approved, the id of the clip too
 * @param campaignId the campaign
 * @param clipperId whose clip it is: the subject of the clipper's token
 * @param platform where the video is published
 * @param videoId the platform's own id of the video
 * @param canonicalUrl the one address of the video that all its short links lead to
 * @param initialViews the baseline: the views when it was submitted, captured once; only growth
 *     above it earns
 * @param baselineAt when the baseline was read
 * @param approvedBy the admin who decided
 * @param approvedAt when
 */
public record SubmissionApproved(
    UUID submissionId,
    UUID campaignId,
    String clipperId,
    Platform platform,
    String videoId,
    String canonicalUrl,
    long initialViews,
    Instant baselineAt,
    String approvedBy,
    Instant approvedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public SubmissionApproved {
    requireNonNull(submissionId, "submissionId");
    requireNonNull(campaignId, "campaignId");
    Must.beId(clipperId, "clipperId");
    requireNonNull(platform, "platform");
    Must.beId(videoId, "videoId");
    Must.beText(canonicalUrl, "canonicalUrl");
    Must.notBeNegative(initialViews, "initialViews");
    Must.beInstant(baselineAt, "baselineAt");
    Must.beText(approvedBy, "approvedBy");
    Must.beInstant(approvedAt, "approvedAt");
  }

  @Override
  public EventType type() {
    return EventType.SUBMISSION_APPROVED;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
