package io.clipmeter.tracking.clip;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.clip.Baselines.Later;
import io.clipmeter.tracking.doubt.FirstCountPolicy;
import io.clipmeter.tracking.doubt.FirstCountPolicy.Doubt;
import io.clipmeter.tracking.doubt.GoneSettings;
import io.clipmeter.tracking.observation.JumpPolicy;
import io.clipmeter.tracking.observation.JumpSettings;
import io.clipmeter.tracking.observation.ReadingPolicy;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Reading;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a reading is a baseline, and what becomes of a submission where it is none. */
@Component
final class BaselineJudge {
  private final BaselineSettings settings;
  private final GoneSettings gone;
  private final JumpSettings jump;

  BaselineJudge(BaselineSettings settings, GoneSettings gone, JumpSettings jump) {
    this.settings = settings;
    this.gone = gone;
    this.jump = jump;
  }

  /**
   * Judges what was read.
   *
   * @param known views of the video, read for another campaign: a baseline far above them would
   *     keep for ever from being paid; null where it was never seen
   */
  Verdict judge(PendingBaseline pending, Answer answer, @Nullable Long known) {
    return switch (answer.reading()) {
      case Reading.Ok ok -> {
        Verdict verdict = ReadingPolicy.judge(ok, known);
        yield verdict instanceof Verdict.Observed && !believed(pending, ok, answer, known)
            ? new Verdict.Suspicious(ok.counts().views())
            : verdict;
      }
      case Reading.Gone said ->
          longGone(pending, said, answer)
              ? new Verdict.Gone(said.reason())
              : new Verdict.Unknown(said.reason());
      case Reading.Unknown unknown -> new Verdict.Unknown(unknown.reason());
    };
  }

  /**
   * A platform finds new videos late, so it takes a day until it is believed; and never on the word
   * of a provider alone that may be out.
   */
  private boolean longGone(PendingBaseline pending, Reading.Gone said, Answer answer) {
    Instant first = pending.goneSaidAt();
    Duration enough = said.doubted() ? gone.believeAfter() : gone.confirmAfter();
    return first != null && !answer.at().isBefore(first.plus(enough)) && said.provenSince(first);
  }

  /** Nothing has come to prove it for so long that asking often is money for nothing. */
  private boolean unproven(PendingBaseline pending, Instant at) {
    Instant first = pending.goneSaidAt();
    return first != null && !at.isBefore(first.plus(gone.believeAfter()));
  }

  /** What an admin entered as a baseline a second one has confirmed. */
  private boolean believed(
      PendingBaseline pending, Reading.Ok ok, Answer answer, @Nullable Long known) {
    long views = ok.counts().views();
    boolean confirmed =
        FirstCountPolicy.confirms(views, answer.at(), pending.doubt(), settings.doubtFor());
    boolean tooFew = FirstCountPolicy.doubtful(pending.video().key(), ok, answer.at());
    boolean tooMany = known != null && JumpPolicy.jumps(views, known, null, answer.at(), jump);
    return answer.source() == Source.MANUAL
        || (!tooFew || confirmed)
            && (!tooMany || confirmed && !beyond(views, answer, pending.doubt()));
  }

  /** Whether a count is far above the one that was doubted: that one says nothing for it. */
  private boolean beyond(long views, Answer answer, @Nullable Doubt doubt) {
    return doubt != null && JumpPolicy.jumps(views, doubt.views(), doubt.at(), answer.at(), jump);
  }

  /**
   * When it is tried again. A doubt stays until a count contradicts it, from below or from far
   * above: what agrees later must agree with the first. Whoever shows the video, whatever its count
   * is worth, takes back that it is gone.
   */
  Later later(PendingBaseline pending, Answer answer, Verdict verdict, Instant now) {
    if (answer.reading() instanceof Reading.Gone) {
      Instant said = answer.at();
      Duration pause = settings.pauseWhenGone(pending.tries(), unproven(pending, said));
      return new Later(
          pending, now.plus(pause), null, said, null, false, verdict instanceof Verdict.Gone);
    }
    Instant shownAt = answer.reading().showsVideo() ? answer.at() : null;
    if (!(verdict instanceof Verdict.Suspicious(long views))) {
      // All that were asked said something, be it that they know nothing of the video.
      boolean uncounted = !answer.unheard();
      Duration pause =
          uncounted
              ? settings.pauseWhenUncounted(
                  pending.tries(), pending.uncounted() + 1, shownAt != null)
              : settings.pauseAfter(pending.tries());
      return new Later(pending, now.plus(pause), null, null, shownAt, uncounted, false);
    }
    Doubt before = pending.doubt();
    boolean contradicted =
        before == null || views < before.views() || beyond(views, answer, before);
    Doubt doubt = contradicted ? new Doubt(views, answer.at()) : null;
    return new Later(pending, now.plus(settings.doubtRetry()), doubt, null, shownAt, false, false);
  }
}
