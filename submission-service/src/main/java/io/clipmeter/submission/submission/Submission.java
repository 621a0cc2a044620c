package io.clipmeter.submission.submission;

import io.clipmeter.events.UnavailableReason;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.money.Money;
import io.clipmeter.submission.author.AuthorMatch;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A video that a clipper offers to a campaign.
 *
 * @param clipperId the subject of the clipper's token
 * @param url as the clipper wrote it, without the blanks around it
 * @param baseline the views it starts from; null until they are captured
 * @param latest the newest views that are known; null until any are
 * @param unavailable why it could not be read last time; null where it could
 * @param decision an admin's; null before there is one
 * @param author whether the platform names the clipper as the video's author
 * @param sponsored whether its provider calls the video an advertisement or paid for; null where it
 *     does not say
 */
public record Submission(
    UUID id,
    UUID campaignId,
    String clipperId,
    Video video,
    String url,
    SubmissionStatus status,
    Instant createdAt,
    @Nullable Views baseline,
    @Nullable Views latest,
    @Nullable Unavailable unavailable,
    Earnings earnings,
    @Nullable Decision decision,
    AuthorMatch author,
    @Nullable Boolean sponsored) {

  /** A count of views, 0 or more, and when it was read. */
  public record Views(long count, Instant at) {}

  /** Why there are no views, and since when. */
  public record Unavailable(UnavailableReason reason, Instant at) {}

  /**
   * What the clip earned.
   *
   * @param soFar 0 or more
   * @param whenOver what it earned in all; null until its campaign is over
   */
  public record Earnings(Money soFar, @Nullable Money whenOver) {}

  /**
   * Who decided and when.
   *
   * @param reason why it was rejected; null where it was approved
   */
  public record Decision(String by, Instant at, @Nullable String reason) {}
}
