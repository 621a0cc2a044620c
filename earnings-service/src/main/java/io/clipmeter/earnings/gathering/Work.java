package io.clipmeter.earnings.gathering;

import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.events.TrackingEnded;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What one transaction does.
 *
 * @param whole rounds to settle: a list for each campaign, in the order of their numbers
 * @param kept rounds to put into tables with what is here of them
 * @param ended campaigns that get no further rounds
 */
record Work(List<List<OpenRound>> whole, List<OpenRound> kept, List<TrackingEnded> ended) {

  boolean isEmpty() {
    return whole.isEmpty() && kept.isEmpty() && ended.isEmpty();
  }

  Set<UUID> rounds() {
    Set<UUID> ids = new HashSet<>();
    whole.forEach(chain -> chain.forEach(round -> ids.add(round.id())));
    kept.forEach(round -> ids.add(round.id()));
    return ids;
  }

  /** All campaigns it touches, sorted. */
  Set<UUID> campaigns() {
    Set<UUID> ids = new TreeSet<>();
    whole.forEach(chain -> ids.add(chain.getFirst().campaignId()));
    kept.forEach(round -> ids.add(round.campaignId()));
    ended.forEach(end -> ids.add(end.campaignId()));
    return ids;
  }
}
