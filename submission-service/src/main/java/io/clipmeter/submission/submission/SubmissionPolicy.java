package io.clipmeter.submission.submission;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import io.clipmeter.submission.campaign.Campaign;
import io.clipmeter.submission.submission.SubmissionRefusal.CampaignNotActive;
import io.clipmeter.submission.submission.SubmissionRefusal.CampaignNotStarted;
import io.clipmeter.submission.submission.SubmissionRefusal.NoCampaign;
import io.clipmeter.submission.submission.SubmissionRefusal.PlatformNotAllowed;
import java.time.Instant;
import java.util.Optional;

/** Whether a campaign takes a video, apart from the question whether somebody has it already. */
final class SubmissionPolicy {
  private SubmissionPolicy() {}

  /** What stands against it, if anything does; a draft without a start is as good as none. */
  static Optional<SubmissionRefusal> objection(
      Optional<Campaign> found, Platform platform, Instant now) {
    if (found.isEmpty()) {
      return Optional.of(new NoCampaign());
    }
    Campaign campaign = found.get();
    if (!campaign.isPublished()) {
      return campaign
          .opensAt()
          .<SubmissionRefusal>map(CampaignNotStarted::new)
          .or(() -> Optional.of(new NoCampaign()));
    }
    if (campaign.status() != CampaignStatus.ACTIVE || campaign.terms().isOverAt(now)) {
      return Optional.of(new CampaignNotActive(campaign.status()));
    }
    if (!campaign.terms().platforms().contains(platform)) {
      return Optional.of(new PlatformNotAllowed(platform, campaign.terms().platforms()));
    }
    return Optional.empty();
  }
}
