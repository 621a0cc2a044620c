package io.clipmeter.submission.submission;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.VideoUrls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Why a submission is not received, withdrawn or shown. */
public sealed interface SubmissionRefusal {

  /** None with this id that the caller may see. */
  record NotFound() implements SubmissionRefusal {}

  /** The URL is none of a video; it is told what it is instead. */
  record NoVideo(VideoUrl url) implements SubmissionRefusal {}

  /** The short link leads nowhere, or to something else than a video. */
  record DeadLink(Platform platform, String leadsTo) implements SubmissionRefusal {}

  /** The platform does not say where its short link leads; it may, after a while. */
  record SilentPlatform(Platform platform, Duration pause) implements SubmissionRefusal {}

  /** No published campaign has this id. */
  record NoCampaign() implements SubmissionRefusal {}

  /** The campaign takes no submissions, or its time is up. */
  record CampaignNotActive(CampaignStatus status) implements SubmissionRefusal {}

  /** The campaign opens later. */
  record CampaignNotStarted(Instant startsAt) implements SubmissionRefusal {}

  /** The campaign wants no videos of this platform. */
  record PlatformNotAllowed(Platform platform, List<Platform> allowed)
      implements SubmissionRefusal {}

  /** The video is taken; {@code own} is the caller's own submission that has it. */
  record Duplicate(Optional<UUID> own) implements SubmissionRefusal {}

  /** So many of the caller's submissions wait for a decision that no more are taken. */
  record TooManyOpen(int openMax) implements SubmissionRefusal {}

  /** Only possible while PENDING. */
  record NotPending(SubmissionStatus status) implements SubmissionRefusal {}

  /** This refusal for the caller. */
  default ProblemException problem() {
    return switch (this) {
      case NotFound() ->
          problem("submission-not-found", 404, "There is no such submission")
              .because("No submission that you may see has this id.");
      case NoVideo(VideoUrl url) -> noVideo(url);
      case DeadLink(Platform platform, String leadsTo) ->
          problem("short-link-unresolvable", 422, "The short link leads to no video")
              .because("Open the link, and paste the full URL that the browser shows then.")
              .with("platform", platform)
              .with("leadsTo", leadsTo);
      case SilentPlatform(Platform platform, Duration pause) ->
          problem("platform-not-answering", 503, "The platform does not answer")
              .because(
                  "Where the short link leads is not known yet; nothing was done. Send it again"
                      + " later, or paste the full URL of the video.")
              .with("platform", platform)
              .retryAfter(pause);
      case NoCampaign() ->
          problem("campaign-not-found", 404, "There is no such campaign")
              .because("No campaign has this id.");
      case CampaignNotActive(CampaignStatus status) -> notActive(status);
      case CampaignNotStarted(Instant startsAt) -> notStarted(startsAt);
      case PlatformNotAllowed(Platform platform, List<Platform> allowed) ->
          problem("platform-not-allowed", 422, "The campaign wants other platforms")
              .because("The campaign takes no videos of " + platform + ".")
              .with("platforms", allowed);
      case Duplicate(Optional<UUID> own) -> duplicate(own);
      case TooManyOpen(int openMax) ->
          problem("too-many-open-submissions", 409, "Too many submissions wait for a decision")
              .because("Up to " + openMax + " may. Withdraw some, or wait for a decision.")
              .with("openMax", openMax);
      case NotPending(SubmissionStatus status) ->
          problem("submission-not-pending", 409, "The submission is decided")
              .because("The submission is " + status + ".")
              .with("submissionStatus", status);
    };
  }

  private static ProblemException notActive(CampaignStatus status) {
    return problem("campaign-not-active", 409, "The campaign takes no submissions")
        .because("The campaign is " + status + ", or its time is up.")
        .with("campaignStatus", status);
  }

  private static ProblemException notStarted(Instant startsAt) {
    return problem("campaign-not-started", 409, "The campaign has not started")
        .because("It takes submissions from " + startsAt + " on.")
        .with("startsAt", startsAt);
  }

  private static ProblemException duplicate(Optional<UUID> own) {
    ProblemException problem =
        problem("duplicate-video", 409, "The video was submitted before")
            .because("A video is submitted once, however its URL is written.");
    own.ifPresent(id -> problem.with("submissionId", id));
    return problem;
  }

  private static ProblemException noVideo(VideoUrl url) {
    return switch (url) {
      case VideoUrl.Video video -> throw new IllegalArgumentException("is a video: " + video);
      case VideoUrl.ShortLink link -> throw new IllegalArgumentException("may be one: " + link);
      case VideoUrl.Profile(Platform platform, var account) ->
          problem("profile-url", 422, "The URL is that of an account")
              .because("Paste the URL of one video.")
              .with("platform", platform);
      case VideoUrl.NotAVideo(Platform platform, var id) ->
          problem("not-a-video", 422, "The URL is not that of a video")
              .because("Paste the URL of one video.")
              .with("platform", platform);
      case VideoUrl.Refused(VideoUrl.Reason reason, var meant) when meant != null ->
          refused(reason).with("platform", meant.platform());
      case VideoUrl.Refused(VideoUrl.Reason reason, var unknown) -> refused(reason);
    };
  }

  private static ProblemException refused(VideoUrl.Reason reason) {
    return switch (reason) {
      case TOO_LONG ->
          problem("url-too-long", 422, "The URL is too long")
              .because("A URL has " + VideoUrls.LONGEST + " characters at most.");
      case MALFORMED ->
          problem("malformed-url", 422, "The URL cannot be read")
              .because("Paste the URL of one video as the browser shows it.");
      case UNSUPPORTED_HOST ->
          problem("unsupported-host", 422, "The URL is none of a platform that we know")
              .because("Videos of TikTok, YouTube and Instagram can be submitted.");
    };
  }

  private static ProblemType problem(String slug, int status, String title) {
    return new ProblemType(slug, status, title);
  }
}
