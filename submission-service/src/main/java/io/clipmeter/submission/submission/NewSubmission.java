package io.clipmeter.submission.submission;

import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.links.VideoUrl.Video;
import java.time.Instant;
import java.util.UUID;

/**
 * A submission that is about to be received.
 *
 * @param exclusive whether the campaign wants its videos for itself
 */
record NewSubmission(
    UUID id,
    UUID campaignId,
    String clipperId,
    Video video,
    String url,
    boolean exclusive,
    Instant createdAt) {

  SubmissionReceived received() {
    return new SubmissionReceived(
        id, campaignId, clipperId, video.platform(), video.id(), video.canonicalUrl(), createdAt);
  }
}
