package io.clipmeter.submission.submission;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionWithdrawn;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.submission.Announcer;
import io.clipmeter.submission.campaign.Campaign;
import io.clipmeter.submission.campaign.Campaigns;
import io.clipmeter.submission.limit.OpenSettings;
import io.clipmeter.submission.submission.SubmissionOutcome.Done;
import io.clipmeter.submission.submission.SubmissionOutcome.Refused;
import io.clipmeter.submission.submission.Submissions.Holder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receives submissions and gives them back; each is one transaction with its event. */
@Component
class SubmissionDesk {
  private final Submissions submissions;
  private final Campaigns campaigns;
  private final OpenSettings settings;
  private final Announcer announcer;
  private final Ids ids;
  private final Clock clock;

  SubmissionDesk(
      Submissions submissions,
      Campaigns campaigns,
      OpenSettings settings,
      Announcer announcer,
      Ids ids,
      Clock clock) {
    this.submissions = submissions;
    this.settings = settings;
    this.campaigns = campaigns;
    this.announcer = announcer;
    this.ids = ids;
    this.clock = clock;
  }

  /** What stands against any video of this platform, before one asks which it is. */
  Optional<SubmissionRefusal> objection(UUID campaignId, Platform platform) {
    return SubmissionPolicy.objection(campaigns.findById(campaignId), platform, now());
  }

  /**
   * Receives a video. Its baseline is captured by the tracking service, which hears of it.
   *
   * @param url as the clipper wrote it, without the blanks around it
   */
  @Transactional
  SubmissionOutcome receive(String clipper, UUID campaignId, Video video, String url) {
    Optional<Campaign> campaign = campaigns.findById(campaignId);
    Optional<SubmissionRefusal> objection =
        SubmissionPolicy.objection(campaign, video.platform(), now());
    if (objection.isPresent()) {
      return new Refused(objection.get());
    }
    boolean exclusive = !campaign.orElseThrow().terms().sharedVideos();
    NewSubmission offered =
        new NewSubmission(ids.next(), campaignId, clipper, video, url, exclusive, now());
    submissions.lock(clipper);
    submissions.lock(video);
    Optional<Holder> holder = submissions.holder(offered);
    if (holder.isPresent()) {
      return new Refused(
          new SubmissionRefusal.Duplicate(
              holder.filter(h -> h.clipperId().equals(clipper)).map(Holder::id)));
    }
    if (submissions.open(clipper, settings.openMax()) >= settings.openMax()) {
      return new Refused(new SubmissionRefusal.TooManyOpen(settings.openMax()));
    }
    submissions.add(offered);
    announcer.announce(offered.received());
    return new Done(submissions.find(offered.id()).orElseThrow());
  }

  /** Gives a submission back to its clipper, as long as nobody has decided on it. */
  @Transactional
  SubmissionOutcome withdraw(String clipper, UUID id) {
    Instant now = now();
    boolean withdrawn = submissions.withdraw(id, clipper, now);
    Optional<Submission> found = submissions.findOwn(id, clipper);
    if (found.isEmpty()) {
      return new Refused(new SubmissionRefusal.NotFound());
    }
    Submission submission = found.get();
    if (!withdrawn) {
      return new Refused(new SubmissionRefusal.NotPending(submission.status()));
    }
    announcer.announce(
        new SubmissionWithdrawn(
            id,
            submission.campaignId(),
            clipper,
            submission.video().platform(),
            submission.video().id(),
            now));
    return new Done(submission);
  }

  /** In the precision that the database keeps, so that the first answer equals all later ones. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
