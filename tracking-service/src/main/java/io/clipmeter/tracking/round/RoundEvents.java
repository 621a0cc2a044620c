package io.clipmeter.tracking.round;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.events.ClipViews;
import io.clipmeter.events.Event;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.RoundProgressed;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.round.RoundClips.Judged;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what a round found. Event ids are derived from the round and the clip: said twice, it is the
 * same event.
 */
@Component
class RoundEvents {
  private final Outbox outbox;

  RoundEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void read(ClaimedRound round, Judged judged) {
    switch (judged.verdict()) {
      case Verdict.Observed(Counts counts, var facts) ->
          observed(round, judged, counts, judged.answer());
      case Verdict.Gone(UnavailableReason reason) ->
          unavailable(round, judged.clip(), ReadingOutcome.GONE, reason, judged.answer());
      case Verdict.Unknown(UnavailableReason reason) ->
          unavailable(round, judged.clip(), ReadingOutcome.UNKNOWN, reason, judged.answer());
      case Verdict.Implausible implausible -> implausible(round, judged);
      case Verdict.Suspicious suspicious -> implausible(round, judged);
    }
  }

  private void implausible(ClaimedRound round, Judged judged) {
    unavailable(
        round,
        judged.clip(),
        ReadingOutcome.IMPLAUSIBLE,
        UnavailableReason.IMPLAUSIBLE,
        judged.answer());
  }

  /** Of the last chunk the end of the round tells. */
  void progressed(Round round, Instant at) {
    if (round.read() < round.clips()) {
      append(
          new RoundProgressed(
              round.id(),
              round.campaignId(),
              round.number(),
              round.clips(),
              round.observed(),
              round.unavailable(),
              round.claimedAt(),
              at),
          round.id() + ":" + round.read());
    }
  }

  void closed(Round round, @Nullable Long campaignVersion, Instant closedAt) {
    append(
        new RoundClosed(
            round.id(),
            round.campaignId(),
            round.number(),
            round.clips(),
            round.observed(),
            round.unavailable(),
            round.unreadable(),
            round.claimedAt(),
            closedAt,
            campaignVersion),
        round.id().toString());
  }

  private void observed(ClaimedRound round, Judged judged, Counts counts, Answer answer) {
    RoundClip clip = judged.clip();
    long views = Objects.requireNonNull(judged.views());
    VideoKey video = clip.video().key();
    append(
        new ViewsObserved(
            round.campaignId(),
            clip.id(),
            clip.clipperId(),
            video.platform(),
            video.id(),
            round.id(),
            views,
            clip.lastViews(),
            counts.likes(),
            counts.comments(),
            counts.shares(),
            counts.saves(),
            answer.at(),
            answer.source()),
        round.id() + ":" + clip.id());
    append(
        new ClipViews(
            clip.id(),
            round.campaignId(),
            clip.clipperId(),
            video.platform(),
            video.id(),
            clip.baselineViews(),
            views,
            counts.likes(),
            counts.comments(),
            counts.shares(),
            counts.saves(),
            answer.at(),
            answer.source()),
        round.id() + ":" + clip.id());
  }

  private void unavailable(
      ClaimedRound round,
      RoundClip clip,
      ReadingOutcome outcome,
      UnavailableReason reason,
      Answer answer) {
    VideoKey video = clip.video().key();
    append(
        new ViewsUnavailable(
            round.campaignId(),
            clip.id(),
            clip.clipperId(),
            video.platform(),
            video.id(),
            round.id(),
            outcome,
            reason,
            clip.lastViews(),
            answer.at(),
            answer.source()),
        round.id() + ":" + clip.id());
  }

  private void append(Event event, String cause) {
    String type = event.type().ceType();
    UUID id = UUID.nameUUIDFromBytes((type + ":" + cause).getBytes(StandardCharsets.UTF_8));
    outbox.append(event.type().topic().topicName(), event.key(), type, event, id);
  }
}
