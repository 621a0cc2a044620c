package io.clipmeter.submission.submission;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import io.clipmeter.submission.campaign.Campaign;
import io.clipmeter.submission.submission.SubmissionRefusal.CampaignNotActive;
import io.clipmeter.submission.submission.SubmissionRefusal.NoCampaign;
import io.clipmeter.submission.submission.SubmissionRefusal.PlatformNotAllowed;
import java.time.Instant;
import java.util.Optional;

/** Whether a campaign takes a video, apart from the question whether somebody has it already. */
final class SubmissionPolicy {
  private SubmissionPolicy() {}

  /** What stands against it, if anything does; a draft is as good as none. */
  static Optional<SubmissionRefusal> objection(
      Optional<Campaign> found, Platform platform, Instant now) {
    if (found.isEmpty() || !found.get().isPublished()) {
      return Optional.of(new NoCampaign());
    }
    Campaign campaign = found.get();
    if (campaign.status() != CampaignStatus.ACTIVE || campaign.terms().isOverAt(now)) {
      return Optional.of(new CampaignNotActive(campaign.status()));
    }
    if (!campaign.terms().platforms().contains(platform)) {
      return Optional.of(new PlatformNotAllowed(platform, campaign.terms().platforms()));
    }
    return Optional.empty();
  }
}
