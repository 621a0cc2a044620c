package io.clipmeter.tracking.round;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.tracking.campaign.Endings;
import io.clipmeter.tracking.observation.Observation;
import io.clipmeter.tracking.observation.Observations;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.round.RoundClips.Judged;
import io.clipmeter.tracking.video.LostVideo;
import io.clipmeter.tracking.video.SeenVideo;
import io.clipmeter.tracking.video.VideoNews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transactions of a round: a chunk's readings, and the end, or giving it back. Each begins by
 * making sure that the round is still ours, and holds it until it commits.
 */
@Component
class RoundDesk {
  private final Rounds rounds;
  private final RoundClips clips;
  private final Observations observations;
  private final VideoNews news;
  private final RoundEvents events;
  private final Endings endings;

  RoundDesk(
      Rounds rounds,
      RoundClips clips,
      Observations observations,
      VideoNews news,
      RoundEvents events,
      Endings endings) {
    this.rounds = rounds;
    this.clips = clips;
    this.observations = observations;
    this.news = news;
    this.events = events;
    this.endings = endings;
  }

  /**
   * What became of a chunk.
   *
   * @param ours false where the round is no longer ours: nothing was written
   * @param closed the round, where this was the last of it
   */
  record Written(boolean ours, Optional<Round> closed) {}

  /** Writes and publishes a chunk, and with the last one the end of the round. */
  @Transactional
  Written record(ClaimedRound round, List<Judged> chunk, Instant now) {
    if (!rounds.hold(round, now)) {
      return new Written(false, Optional.empty());
    }
    Set<UUID> undecided = clips.decide(round, chunk);
    List<Judged> judged = chunk.stream().filter(j -> undecided.contains(j.clip().id())).toList();
    if (judged.isEmpty()) {
      return new Written(true, Optional.empty());
    }
    clips.update(round, judged);
    observations.add(judged.stream().map(j -> observation(round, j)).toList());
    Round sums = count(round, judged);
    tellOfVideos(judged);
    judged.forEach(j -> events.read(round, j));
    events.progressed(sums, now);
    return new Written(true, sums.read() == sums.clips() ? close(round, now) : Optional.empty());
  }

  /** Closes the round and says so, once; empty where it is not ours or not read to the end. */
  @Transactional
  Optional<Round> close(ClaimedRound round, Instant now) {
    if (!rounds.close(round, now)) {
      return Optional.empty();
    }
    Round closed = rounds.find(round.id()).orElseThrow();
    events.closed(closed, rounds.versionOf(round.id()), now);
    endings.announce(Optional.of(round.campaignId()), now);
    return Optional.of(closed);
  }

  /** Lets another reader take the round up at once; false where it was not ours any more. */
  @Transactional
  boolean giveBack(ClaimedRound round, Instant now) {
    return rounds.release(List.of(round), now) == 1;
  }

  private Round count(ClaimedRound round, List<Judged> judged) {
    int observed = 0;
    int unreadable = 0;
    for (Judged each : judged) {
      ReadingOutcome outcome = each.outcome();
      observed += outcome == ReadingOutcome.OK ? 1 : 0;
      unreadable +=
          outcome == ReadingOutcome.UNKNOWN || outcome == ReadingOutcome.IMPLAUSIBLE ? 1 : 0;
    }
    return rounds.count(round, observed, judged.size() - observed, unreadable);
  }

  private void tellOfVideos(List<Judged> judged) {
    news.seen(
        judged.stream()
            .filter(j -> j.verdict() instanceof Verdict.Observed)
            .map(j -> seen(j, (Verdict.Observed) j.verdict()))
            .toList(),
        Set.of());
    news.lost(
        judged.stream()
            .filter(j -> j.verdict() instanceof Verdict.Gone)
            .map(j -> lost(j, (Verdict.Gone) j.verdict()))
            .toList());
  }

  private static Observation observation(ClaimedRound round, Judged judged) {
    return new Observation(
        judged.clip().id(),
        round.id(),
        Observation.Kind.ROUND,
        judged.verdict(),
        judged.answer().kind(),
        judged.offset(),
        judged.answer().at(),
        judged.answer().source());
  }

  private static SeenVideo seen(Judged judged, Verdict.Observed observed) {
    return new SeenVideo(
        judged.clip().video(),
        observed.counts(),
        observed.facts(),
        judged.answer().at(),
        judged.answer().source());
  }

  private static LostVideo lost(Judged judged, Verdict.Gone gone) {
    return new LostVideo(
        judged.clip().video(), gone.reason(), judged.answer().at(), judged.answer().source());
  }
}
