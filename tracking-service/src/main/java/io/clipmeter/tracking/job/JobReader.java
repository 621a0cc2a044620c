package io.clipmeter.tracking.job;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.discovery.Discovery;
import io.clipmeter.tracking.source.discovery.FoundVideo;
import io.clipmeter.tracking.source.discovery.Listing;
import io.clipmeter.tracking.source.discovery.Question;
import io.clipmeter.tracking.source.order.ViewSources;
import io.clipmeter.tracking.source.profile.Profile;
import io.clipmeter.tracking.source.profile.ProfileReading;
import io.clipmeter.tracking.source.profile.ProfileSource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the providers for parts of a job. */
@Component
class JobReader {

  /** What came of one part of a job. */
  sealed interface Outcome {
    JobItem item();

    /**
     * It was read.
     *
     * @param profile the account's page where it was asked for and there
     */
    record Read(
        JobItem item, List<FoundVideo> found, Source source, Instant at, @Nullable Profile profile)
        implements Outcome {}

    /**
     * It was not.
     *
     * @param reason a stable word
     */
    record Failed(JobItem item, String reason) implements Outcome {}
  }

  private final ViewSources sources;
  private final Discovery discovery;
  private final ProfileSource profiles;

  JobReader(ViewSources sources, Discovery discovery, ProfileSource profiles) {
    this.sources = sources;
    this.discovery = discovery;
    this.profiles = profiles;
  }

  /** Reads videos of one platform in as few runs as can be. */
  List<Outcome> videos(Platform platform, List<JobItem> parts) {
    Answers answers = sources.read(platform, parts.stream().map(JobReader::ref).toList());
    return parts.stream().map(part -> outcome(part, answers.of(ref(part).key()))).toList();
  }

  private static VideoRef ref(JobItem part) {
    return VideoRef.of(
        Objects.requireNonNull(part.platform()),
        Objects.requireNonNull(part.subject()),
        Objects.requireNonNull(part.url()));
  }

  private static Outcome outcome(JobItem part, Answer answer) {
    return switch (answer.reading()) {
      case Reading.Ok ok ->
          new Outcome.Read(
              part, List.of(new FoundVideo(ref(part), ok)), answer.source(), answer.at(), null);
      case Reading.Gone gone -> new Outcome.Failed(part, FailurePolicy.word(gone.reason()));
      case Reading.Unknown unknown ->
          new Outcome.Failed(part, FailurePolicy.failure(unknown.fault()));
    };
  }

  /** Reads a list of videos, and for an account its page. */
  Outcome list(JobItem part) {
    return switch (discovery.find(question(part))) {
      case Listing.Found found ->
          new Outcome.Read(part, found.videos(), found.source(), found.at(), profile(part));
      case Listing.Gone gone -> new Outcome.Failed(part, FailurePolicy.word(gone.reason()));
      case Listing.Unknown unknown ->
          new Outcome.Failed(part, FailurePolicy.failure(unknown.fault()));
    };
  }

  /** The videos count for themselves: where the page cannot be read they are kept all the same. */
  private @Nullable Profile profile(JobItem part) {
    if (part.kind() != JobItem.Kind.ACCOUNT) {
      return null;
    }
    ProfileReading reading =
        profiles.read(
            Objects.requireNonNull(part.platform()), Objects.requireNonNull(part.subject()));
    return reading instanceof ProfileReading.Ok ok ? ok.profile() : null;
  }

  private static Question question(JobItem part) {
    Question.Kind kind =
        switch (Objects.requireNonNull(part.kind())) {
          case PROFILE, ACCOUNT, VIDEO -> Question.Kind.ACCOUNT;
          case HASHTAG -> Question.Kind.HASHTAG;
          case TERM -> Question.Kind.TERM;
        };
    return new Question(
        Objects.requireNonNull(part.platform()),
        kind,
        Objects.requireNonNull(part.subject()),
        part.videoMax());
  }
}
