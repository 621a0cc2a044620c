package io.clipmeter.tracking.clip;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.clip.Baselines.Captured;
import io.clipmeter.tracking.clip.Baselines.Later;
import io.clipmeter.tracking.doubt.FirstCountPolicy;
import io.clipmeter.tracking.doubt.FirstCountPolicy.Doubt;
import io.clipmeter.tracking.observation.Observation;
import io.clipmeter.tracking.observation.Observations;
import io.clipmeter.tracking.observation.ReadingPolicy;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.video.LostVideo;
import io.clipmeter.tracking.video.SeenVideo;
import io.clipmeter.tracking.video.VideoNews;
import io.clipmeter.tracking.video.Videos;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction that turns readings into baselines, once each, and tells of them. */
@Component
class BaselineDesk {

  private final Baselines baselines;
  private final Videos videos;
  private final VideoNews news;
  private final Observations observations;
  private final BaselineSettings settings;
  private final Ids ids;

  BaselineDesk(
      Baselines baselines,
      Videos videos,
      VideoNews news,
      Observations observations,
      BaselineSettings settings,
      Ids ids) {
    this.baselines = baselines;
    this.videos = videos;
    this.news = news;
    this.observations = observations;
    this.settings = settings;
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
    postpone(judged.stream().filter(j -> !j.observed()).toList(), now);
    List<Judged> captured = judged.stream().filter(j -> stored.contains(j.clipId())).toList();
    keep(captured);
    tell(captured);
    news.lost(lost(judged));
  }

  /** The video may be known from another campaign: what was read then is history here too. */
  private List<Judged> judge(List<PendingBaseline> batch, Answers answers) {
    Map<VideoKey, Long> known =
        videos.views(batch.stream().map(pending -> pending.video().key()).toList());
    return batch.stream()
        .map(
            pending -> {
              VideoKey key = pending.video().key();
              Answer answer = answers.of(key);
              return new Judged(pending, answer, judge(pending, answer, known.get(key)));
            })
        .toList();
  }

  private Verdict judge(PendingBaseline pending, Answer answer, @Nullable Long known) {
    return switch (answer.reading()) {
      case Reading.Ok ok -> {
        Verdict verdict = ReadingPolicy.judge(ok, known);
        yield verdict instanceof Verdict.Observed && !believed(pending, ok, answer)
            ? new Verdict.Suspicious(ok.counts().views())
            : verdict;
      }
      case Reading.Gone gone -> new Verdict.Unknown(gone.reason());
      case Reading.Unknown unknown -> new Verdict.Unknown(unknown.reason());
    };
  }

  /** What an admin entered as a baseline a second one has confirmed. */
  private boolean believed(PendingBaseline pending, Reading.Ok ok, Answer answer) {
    return answer.source() == Source.MANUAL
        || !FirstCountPolicy.doubtful(pending.video().key(), ok, answer.at())
        || FirstCountPolicy.confirms(
            ok.counts().views(), answer.at(), pending.doubt(), settings.doubtFor());
  }

  private void postpone(List<Judged> unread, Instant now) {
    if (!unread.isEmpty()) {
      baselines.postpone(unread.stream().map(judged -> later(judged, now)).toList());
    }
  }

  /** A doubt stays until a count contradicts it: what agrees later must agree with the first. */
  private Later later(Judged judged, Instant now) {
    PendingBaseline pending = judged.pending();
    if (!(judged.verdict() instanceof Verdict.Suspicious(long views))) {
      return new Later(pending.clipId(), now.plus(settings.pauseAfter(pending.tries())), null);
    }
    Doubt before = pending.doubt();
    Doubt doubt =
        before == null || views < before.views() ? new Doubt(views, judged.answer().at()) : null;
    return new Later(pending.clipId(), now.plus(settings.doubtRetry()), doubt);
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

  private static List<LostVideo> lost(List<Judged> judged) {
    return judged.stream()
        .filter(j -> j.answer().reading() instanceof Reading.Gone)
        .map(
            j ->
                new LostVideo(
                    j.pending().video(),
                    ((Reading.Gone) j.answer().reading()).reason(),
                    j.answer().at(),
                    j.answer().source()))
        .toList();
  }
}
