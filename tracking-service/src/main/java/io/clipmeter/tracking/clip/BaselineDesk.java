package io.clipmeter.tracking.clip;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.tracking.clip.Baselines.Captured;
import io.clipmeter.tracking.clip.Baselines.Later;
import io.clipmeter.tracking.observation.Observation;
import io.clipmeter.tracking.observation.Observations;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.video.KnownCounts;
import io.clipmeter.tracking.video.LostVideo;
import io.clipmeter.tracking.video.SeenVideo;
import io.clipmeter.tracking.video.VideoNews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction that turns readings into baselines, once each, and tells of them. */
@Component
class BaselineDesk {
  private final Baselines baselines;
  private final KnownCounts counts;
  private final VideoNews news;
  private final Observations observations;
  private final BaselineJudge judge;
  private final Ids ids;

  BaselineDesk(
      Baselines baselines,
      KnownCounts counts,
      VideoNews news,
      Observations observations,
      BaselineJudge judge,
      Ids ids) {
    this.baselines = baselines;
    this.counts = counts;
    this.news = news;
    this.observations = observations;
    this.judge = judge;
    this.ids = ids;
  }

  private record Judged(PendingBaseline pending, Answer answer, Verdict verdict) {
    UUID clipId() {
      return pending.clipId();
    }

    boolean observed() {
      return verdict instanceof Verdict.Observed;
    }

    Captured captured() {
      return new Captured(
          ((Verdict.Observed) verdict).counts().views(), answer.kind(), answer.at());
    }
  }

  /** Stores what could be read and has the rest tried again later. */
  @Transactional
  void record(List<PendingBaseline> batch, Answers answers, Instant now) {
    List<Judged> judged = judge(batch, answers);
    Map<UUID, Captured> read =
        judged.stream()
            .filter(Judged::observed)
            .collect(Collectors.toMap(Judged::clipId, Judged::captured));
    Set<UUID> stored = read.isEmpty() ? Set.of() : baselines.store(read);
    Set<UUID> postponed = postpone(judged.stream().filter(j -> !j.observed()).toList(), now);
    List<Judged> captured = judged.stream().filter(j -> stored.contains(j.clipId())).toList();
    keep(captured);
    tell(captured);
    news.lost(lost(judged.stream().filter(j -> postponed.contains(j.clipId())).toList()));
  }

  /** Has one tried again at this time, whatever was read of it. */
  @Transactional
  void leave(PendingBaseline pending, Instant due) {
    baselines.postpone(List.of(new Later(pending, due, null, null, null, false, false)));
  }

  /** The video may be known from another campaign: what was read then is history here too. */
  private List<Judged> judge(List<PendingBaseline> batch, Answers answers) {
    Map<VideoKey, Long> known =
        counts.declared(batch.stream().map(pending -> pending.video().key()).toList());
    return batch.stream()
        .map(
            pending -> {
              VideoKey key = pending.video().key();
              Answer answer = answers.of(key);
              return new Judged(pending, answer, judge.judge(pending, answer, known.get(key)));
            })
        .toList();
  }

  private Set<UUID> postpone(List<Judged> unread, Instant now) {
    return unread.isEmpty()
        ? Set.of()
        : baselines.postpone(
            unread.stream()
                .map(j -> judge.later(j.pending(), j.answer(), j.verdict(), now))
                .toList());
  }

  private void keep(List<Judged> captured) {
    UUID readingId = ids.next();
    observations.add(
        captured.stream()
            .map(
                j ->
                    new Observation(
                        j.clipId(),
                        readingId,
                        Observation.Kind.BASELINE,
                        j.verdict(),
                        j.answer().kind(),
                        0,
                        j.answer().at(),
                        j.answer().source()))
            .toList());
  }

  private void tell(List<Judged> captured) {
    List<SeenVideo> seen = captured.stream().map(BaselineDesk::seen).toList();
    news.seen(seen, seen.stream().map(video -> video.video().key()).collect(Collectors.toSet()));
  }

  private static SeenVideo seen(Judged judged) {
    Verdict.Observed observed = (Verdict.Observed) judged.verdict();
    return new SeenVideo(
        judged.pending().video(),
        observed.counts(),
        observed.facts(),
        judged.answer().at(),
        judged.answer().source());
  }

  /**
   * Those that are believed to be gone, and not those that were once said to be. Where the video is
   * a clip as well its rounds say whether it is.
   */
  private List<LostVideo> lost(List<Judged> judged) {
    Set<VideoKey> tracked =
        baselines.tracked(judged.stream().map(j -> j.pending().video().key()).toList());
    return judged.stream()
        .filter(j -> j.verdict() instanceof Verdict.Gone)
        .filter(j -> !tracked.contains(j.pending().video().key()))
        .map(
            j ->
                new LostVideo(
                    j.pending().video(),
                    ((Verdict.Gone) j.verdict()).reason(),
                    j.answer().at(),
                    j.answer().source()))
        .toList();
  }
}
