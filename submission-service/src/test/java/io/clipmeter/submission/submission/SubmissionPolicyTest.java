package io.clipmeter.submission.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.submission.campaign.Campaign;
import io.clipmeter.submission.campaign.CampaignTerms;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import io.clipmeter.submission.campaign.CampaignTimes;
import io.clipmeter.submission.submission.SubmissionRefusal.CampaignNotActive;
import io.clipmeter.submission.submission.SubmissionRefusal.CampaignNotStarted;
import io.clipmeter.submission.submission.SubmissionRefusal.NoCampaign;
import io.clipmeter.submission.submission.SubmissionRefusal.PlatformNotAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubmissionPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Video TIKTOK = new Video(Platform.TIKTOK, "1", "https://a.example");
  private static final Video YOUTUBE = new Video(Platform.YOUTUBE, "1", "https://a.example");

  @Test
  void anActiveCampaignTakesVideosOfItsPlatforms() {
    assertThat(objection(CampaignStatus.ACTIVE, null, TIKTOK)).isEmpty();
    assertThat(objection(CampaignStatus.ACTIVE, null, YOUTUBE))
        .contains(new PlatformNotAllowed(Platform.YOUTUBE, List.of(Platform.TIKTOK)));
  }

  @Test
  void aCampaignThatIsNotActiveTakesNone() {
    assertThat(List.of(CampaignStatus.PAUSED, CampaignStatus.COMPLETED, CampaignStatus.ENDED))
        .allSatisfy(
            status ->
                assertThat(objection(status, null, TIKTOK))
                    .contains(new CampaignNotActive(status)));
  }

  @Test
  void aCampaignWhoseTimeIsUpTakesNone() {
    assertThat(objection(CampaignStatus.ACTIVE, NOW.plusMillis(1), TIKTOK)).isEmpty();
    assertThat(objection(CampaignStatus.ACTIVE, NOW, TIKTOK))
        .contains(new CampaignNotActive(CampaignStatus.ACTIVE));
  }

  @Test
  void aDraftIsAsGoodAsNoCampaign() {
    assertThat(objection(CampaignStatus.DRAFT, null, TIKTOK)).contains(new NoCampaign());
    assertThat(SubmissionPolicy.objection(Optional.empty(), Platform.TIKTOK, NOW))
        .contains(new NoCampaign());
  }

  @Test
  void aDraftThatIsToOpenSaysWhen() {
    assertThat(objection(CampaignStatus.DRAFT, null, NOW.plusSeconds(1), TIKTOK))
        .contains(new CampaignNotStarted(NOW.plusSeconds(1)));
    assertThat(objection(CampaignStatus.DRAFT, null, NOW.minusSeconds(1), TIKTOK))
        .contains(new CampaignNotStarted(NOW.minusSeconds(1)));
    assertThat(objection(CampaignStatus.ACTIVE, null, NOW.minusSeconds(1), TIKTOK)).isEmpty();
  }

  private static Optional<SubmissionRefusal> objection(
      CampaignStatus status, @Nullable Instant endsAt, Video video) {
    return objection(status, endsAt, null, video);
  }

  private static Optional<SubmissionRefusal> objection(
      CampaignStatus status, @Nullable Instant endsAt, @Nullable Instant startsAt, Video video) {
    CampaignTerms terms =
        new CampaignTerms(
            "Summer",
            "USD",
            100_000_000,
            2_500_000,
            List.of(Platform.TIKTOK),
            null,
            14_400,
            endsAt,
            null,
            0,
            false,
            SponsoredVideos.ALLOWED);
    CampaignTimes times = new CampaignTimes(NOW, "ada", NOW, startsAt, null, null);
    Campaign campaign = new Campaign(UUID.randomUUID(), 1, status, terms, times, null, 0);
    return SubmissionPolicy.objection(Optional.of(campaign), video.platform(), NOW);
  }
}
