package io.clipmeter.earnings.gathering;

import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.round.Reading;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.TrackingEnded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The rounds that are open, and from which record of each partition on they must be read again to
 * be here again. Not thread-safe, and without any effect.
 */
final class OpenRounds {
  /** Where a record stands. */
  record Place(TopicPartition partition, long offset) {}

  private static final class Held {
    private final OpenRound round;
    private final Map<TopicPartition, Long> first = new HashMap<>();
    private Duration keepAt;

    Held(OpenRound round, Duration keepAt) {
      this.round = round;
      this.keepAt = keepAt;
    }

    void stands(Place place) {
      first.merge(place.partition(), place.offset(), Math::min);
    }
  }

  private record End(TrackingEnded news, Place place) {}

  /** More than this many transactions can settle is a backlog. */
  private static final int BACKLOG_TRANSACTIONS = 4;

  private static final Duration READ_ON = Duration.ofSeconds(5);

  private final GatheringSettings settings;
  private final Clock clock;

  /** The oldest first. */
  private final Map<UUID, Held> rounds = new LinkedHashMap<>();

  /** The closed ones of each campaign by their numbers; whose turn was last is last. */
  private final LinkedHashMap<UUID, NavigableMap<Long, OpenRound>> closed = new LinkedHashMap<>();

  private final List<End> ends = new ArrayList<>();
  private final Recent settled;
  private final Recent kept;
  private final Set<UUID> continued = new HashSet<>();
  private int weight;

  /** Time in which there was no backlog. */
  private Duration patience = Duration.ZERO;

  private Instant seenAt;
  private @Nullable Instant backlogSince;

  OpenRounds(GatheringSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.seenAt = clock.instant();
    this.settled = new Recent(settings.remembered());
    this.kept = new Recent(settings.remembered());
  }

  void add(Reading reading, Place place) {
    if (settled.contains(reading.roundId())) {
      return;
    }
    Held held = held(reading.roundId(), reading.campaignId(), place);
    if (held.round.add(reading)) {
      weight++;
    }
  }

  void close(RoundClosed news, Place place) {
    if (settled.contains(news.roundId())) {
      return;
    }
    Held held = held(news.roundId(), news.campaignId(), place);
    OpenRound round = held.round;
    if (round.closed() == null) {
      round.close(news);
      Duration keepAt = patience.plus(settings.closedFor());
      held.keepAt = keepAt.compareTo(held.keepAt) < 0 ? keepAt : held.keepAt;
      closed
          .computeIfAbsent(round.campaignId(), id -> new TreeMap<>())
          .putIfAbsent(news.number(), round);
    }
  }

  void end(TrackingEnded news, Place place) {
    ends.add(new End(news, place));
  }

  private Held held(UUID id, UUID campaignId, Place place) {
    Held held = rounds.get(id);
    if (held == null) {
      held = new Held(new OpenRound(id, campaignId), patience.plus(settings.openFor()));
      rounds.put(id, held);
      weight += held.round.weight();
      if (kept.contains(id)) {
        continued.add(id);
      }
    }
    if (!held.round.campaignId().equals(campaignId)) {
      throw new IllegalArgumentException(
          "round " + id + " belongs to campaign " + held.round.campaignId());
    }
    held.stands(place);
    return held;
  }

  /**
   * What is to be done now.
   *
   * @param caughtUp whether all that could be read has been: a backlog tries nobody's patience
   */
  Work work(boolean caughtUp) {
    pass(caughtUp);
    List<List<OpenRound>> whole = TurnPolicy.next(closed.values(), settings.readingsAtOnce());
    Set<UUID> settling = new HashSet<>();
    whole.forEach(chain -> chain.forEach(round -> settling.add(round.id())));
    return new Work(whole, toKeep(settling), ends.stream().map(End::news).toList());
  }

  /**
   * Whether what can be settled fills half of the memory. Up to there reading on pays: rounds of
   * one campaign meet, and are settled together. Beyond it whole rounds would at last be crowded
   * out into tables by others that are still open.
   */
  boolean enoughToSettle() {
    return TurnPolicy.haveWhole(closed.values(), settings.readingsMax() / 2);
  }

  /**
   * Whether, at the beginning of a backlog, more is read before anything is settled, so that rounds
   * of one campaign meet: until enough of them have, or half of the memory is full, and no longer
   * than a moment.
   *
   * @param behind how many records are still to be read
   */
  boolean readOn(long behind) {
    Instant now = clock.instant();
    if (behind < (long) BACKLOG_TRANSACTIONS * settings.readingsAtOnce()) {
      backlogSince = null;
      return false;
    }
    if (backlogSince == null) {
      backlogSince = now;
    }
    return weight < settings.readingsMax() / 2
        && now.isBefore(backlogSince.plus(READ_ON))
        && !TurnPolicy.oneFills(closed.values(), settings.readingsAtOnce());
  }

  private void pass(boolean caughtUp) {
    Instant now = clock.instant();
    if (caughtUp && now.isAfter(seenAt)) {
      patience = patience.plus(Duration.between(seenAt, now));
    }
    seenAt = now;
  }

  private List<OpenRound> toKeep(Set<UUID> settling) {
    int excess = weight - settings.readingsMax();
    Set<UUID> inTurn = inTurn(settling);
    Set<OpenRound> keep = new LinkedHashSet<>();
    for (Held held : rounds.values()) {
      OpenRound round = held.round;
      boolean late = isLate(held) && !inTurn.contains(round.campaignId()) || excess > 0;
      boolean large = round.readings().size() >= settings.roundReadingsMax();
      if ((late || large || continued.contains(round.id())) && !settling.contains(round.id())) {
        for (OpenRound next : upTo(round)) {
          if (!settling.contains(next.id()) && keep.add(next)) {
            excess -= next.weight();
          }
        }
      }
    }
    return List.copyOf(keep);
  }

  /**
   * Campaigns that have further rounds to settle when these are. Nobody waits for what is behind
   * them but they, and theirs is only a matter of turns.
   */
  private Set<UUID> inTurn(Set<UUID> settling) {
    if (rounds.values().stream().noneMatch(this::isLate)) {
      return Set.of();
    }
    return TurnPolicy.whole(closed.values()).stream()
        .filter(round -> !settling.contains(round.id()))
        .map(OpenRound::campaignId)
        .collect(Collectors.toSet());
  }

  private boolean isLate(Held held) {
    return held.keepAt.compareTo(patience) <= 0;
  }

  /**
   * A round and those that closed before it in its campaign. What lies in the tables is settled as
   * soon as it is whole there, so none may go there and leave an earlier one behind in memory.
   */
  private List<OpenRound> upTo(OpenRound round) {
    List<OpenRound> upTo = new ArrayList<>();
    RoundClosed news = round.closed();
    if (news != null) {
      upTo.addAll(
          closed
              .getOrDefault(round.campaignId(), Collections.emptyNavigableMap())
              .headMap(news.number(), false)
              .values());
    }
    upTo.add(round);
    return upTo;
  }

  /** The oldest record of each partition that is needed when this work is done. */
  Map<TopicPartition, Long> neededBeside(Work work) {
    Set<UUID> done = work.rounds();
    Map<TopicPartition, Long> needed = new HashMap<>();
    rounds.forEach(
        (id, held) -> {
          if (!done.contains(id)) {
            held.first.forEach((part, offset) -> needed.merge(part, offset, Math::min));
          }
        });
    ends.stream()
        .skip(work.ended().size())
        .forEach(end -> needed.merge(end.place.partition(), end.place.offset(), Math::min));
    return needed;
  }

  /** To put all that is here into tables. */
  Work all() {
    return new Work(
        List.of(),
        rounds.values().stream().map(held -> held.round).toList(),
        ends.stream().map(End::news).toList());
  }

  /** The work is done for good. */
  void done(Work work) {
    work.whole().forEach(chain -> chain.forEach(round -> remove(round, settled)));
    work.kept().forEach(round -> remove(round, kept));
    ends.subList(0, work.ended().size()).clear();
  }

  private void remove(OpenRound round, Recent memory) {
    rounds.remove(round.id());
    continued.remove(round.id());
    weight -= round.weight();
    memory.add(round.id());
    RoundClosed news = round.closed();
    if (news != null) {
      removeClosed(round, news.number());
    }
  }

  private void removeClosed(OpenRound round, long number) {
    NavigableMap<Long, OpenRound> byNumber = closed.remove(round.campaignId());
    if (byNumber != null) {
      byNumber.remove(number, round);
      if (!byNumber.isEmpty()) {
        closed.put(round.campaignId(), byNumber);
      }
    }
  }

  int size() {
    return rounds.size();
  }
}
