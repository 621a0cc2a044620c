package io.clipmeter.tracking;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionReceived;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What other services would have said. Ids and numbers are invented. */
public final class Given {
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final AtomicLong NUMBERS = new AtomicLong(7_500_000_000_000_000_000L);

  private Given() {}

  /** An active campaign on all platforms, tracked every four hours. */
  public static CampaignChanged campaign() {
    return campaign(UUID.randomUUID(), 1, CampaignStatus.ACTIVE);
  }

  public static CampaignChanged campaign(UUID id, long version, CampaignStatus status) {
    return new CampaignChanged(
        id,
        version,
        "Summer",
        status,
        new Amount("100", "USD"),
        new Amount("2.50", "USD"),
        List.of(Platform.values()),
        null,
        Duration.ofHours(4),
        null,
        NOW.minus(2, ChronoUnit.DAYS),
        NOW.minus(2, ChronoUnit.DAYS),
        NOW.minus(2, ChronoUnit.DAYS),
        null,
        null,
        null);
  }

  /** A submission of a new TikTok video. */
  public static SubmissionReceived tiktok(UUID campaignId) {
    String id = Long.toString(NUMBERS.incrementAndGet());
    return submission(
        campaignId, Platform.TIKTOK, id, "https://www.tiktok.com/@someone/video/" + id);
  }

  public static SubmissionReceived youtube(UUID campaignId) {
    String id = "Yt_" + Long.toString(NUMBERS.incrementAndGet(), 36).substring(4, 12).toUpperCase();
    return submission(campaignId, Platform.YOUTUBE, id, "https://www.youtube.com/watch?v=" + id);
  }

  public static SubmissionReceived instagram(UUID campaignId) {
    String id = "C" + Long.toString(NUMBERS.incrementAndGet(), 36);
    return submission(
        campaignId, Platform.INSTAGRAM, id, "https://www.instagram.com/reel/" + id + "/");
  }

  public static SubmissionReceived submission(
      UUID campaignId, Platform platform, String videoId, String url) {
    return new SubmissionReceived(
        UUID.randomUUID(), campaignId, "clipper-1", platform, videoId, url, NOW);
  }

  public static SubmissionApproved approval(SubmissionReceived submission, long baseline) {
    return new SubmissionApproved(
        submission.submissionId(),
        submission.campaignId(),
        submission.clipperId(),
        submission.platform(),
        submission.videoId(),
        submission.canonicalUrl(),
        baseline,
        NOW,
        "admin-1",
        NOW);
  }
}
