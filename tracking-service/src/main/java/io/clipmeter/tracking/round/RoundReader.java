package io.clipmeter.tracking.round;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.doubt.FirstCountPolicy;
import io.clipmeter.tracking.doubt.GoneSettings;
import io.clipmeter.tracking.observation.JumpPolicy;
import io.clipmeter.tracking.observation.JumpPolicy.Suspicion;
import io.clipmeter.tracking.observation.JumpSettings;
import io.clipmeter.tracking.observation.ReadingPolicy;
import io.clipmeter.tracking.observation.ReadingPolicy.History;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.round.RoundClips.Judged;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.order.ViewSources;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads clips, and holds what was read against what is known of them. */
@Component
class RoundReader {
  private final ViewSources sources;
  private final JumpSettings jump;
  private final GoneSettings gone;
  private final Clock clock;

  RoundReader(ViewSources sources, JumpSettings jump, GoneSettings gone, Clock clock) {
    this.sources = sources;
    this.jump = jump;
    this.gone = gone;
    this.clock = clock;
  }

  /** Asks the providers for clips of one platform; each gets a verdict, whatever happens. */
  List<Judged> read(ClaimedRound round, Platform platform, List<RoundClip> chunk) {
    Answers answers = sources.readTogether(platform, chunk.stream().map(RoundClip::video).toList());
    return chunk.stream().map(clip -> judge(round, clip, answers)).toList();
  }

  Judged judge(ClaimedRound round, RoundClip clip, Answers answers) {
    Answer answer = fresh(clip, answers.of(clip.video().key()));
    History history = new History(clip.past().lastViews(), clip.missing(), round.number());
    Verdict verdict = ReadingPolicy.judge(answer.reading(), answer.at(), history, gone);
    Verdict held =
        clip.changesKind(answer.kind())
            ? first(verdict, clip, answer)
            : JumpPolicy.judge(verdict, clip.past(), answer.at(), round.number(), jump);
    return new Judged(clip, answer, held, suspected(held, clip, answer, round.number()));
  }

  /** A clip that is not asked for. */
  Judged unread(Platform platform, RoundClip clip) {
    Answer nothing =
        new Answer(
            Reading.failed("its readings cannot be written"),
            sources.namesOf(platform).stream().findFirst().orElse(Source.MANUAL),
            clock.instant());
    return new Judged(clip, nothing, new Verdict.Unknown(UnavailableReason.PROVIDER_ERROR), null);
  }

  /**
   * An admin's entry is one measurement, however many rounds come by while it is good: what a clip
   * has read already says nothing of now, nor of whether the video is gone since. Another
   * campaign's clip may still take it.
   */
  private Answer fresh(RoundClip clip, Answer answer) {
    Instant last = clip.past().lastReadAt();
    if (answer.source() != Source.MANUAL || last == null || answer.at().isAfter(last)) {
      return answer;
    }
    Answer gone = answer.overruled();
    return gone == null
        ? new Answer(
            Reading.failed("an entry that was read before"), answer.source(), clock.instant())
        : unwitnessed(gone);
  }

  /**
   * As long as the entry counted no witness was asked: it is noted, but nothing speaks for it, so
   * that it ends no clip.
   */
  private static Answer unwitnessed(Answer answer) {
    return answer.reading() instanceof Reading.Gone gone
        ? new Answer(
            new Reading.Gone(gone.reason(), true, null),
            answer.source(),
            answer.at(),
            answer.unheard())
        : answer;
  }

  private @Nullable Suspicion suspected(
      Verdict verdict, RoundClip clip, Answer answer, long round) {
    return verdict instanceof Verdict.Suspicious(long views)
        ? JumpPolicy.suspected(views, clip.past(), answer.at(), round, jump)
        : null;
  }

  /** The first count of another kind is no growth, but all that follows is measured by it. */
  private static Verdict first(Verdict verdict, RoundClip clip, Answer answer) {
    return verdict instanceof Verdict.Observed(var counts, var facts)
            && answer.reading() instanceof Reading.Ok ok
            && FirstCountPolicy.doubtful(clip.video().key(), ok, answer.at())
        ? new Verdict.Implausible(counts.views())
        : verdict;
  }
}
