package io.clipmeter.earnings.gathering;

import io.clipmeter.earnings.bulk.BulkDesk;
import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.round.Readings;
import io.clipmeter.earnings.round.Rounds;
import io.clipmeter.earnings.settlement.SettlementRunner;
import io.clipmeter.earnings.terms.Lanes;
import io.clipmeter.events.RoundClosed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Settles gathered rounds, inside the transaction of their consumer: those that can be by one
 * statement, and all others one after the other from the tables.
 */
@Component
class RoundDesk {
  private final Lanes lanes;
  private final Rounds rounds;
  private final Readings readings;
  private final BulkDesk bulk;
  private final SettlementRunner settlement;

  RoundDesk(
      Lanes lanes, Rounds rounds, Readings readings, BulkDesk bulk, SettlementRunner settlement) {
    this.lanes = lanes;
    this.rounds = rounds;
    this.readings = readings;
    this.bulk = bulk;
    this.settlement = settlement;
  }

  /** Does it all. */
  void settle(Work work) {
    lanes.hold(work.campaigns());
    Set<UUID> touched = new TreeSet<>();
    List<List<OpenRound>> left = work.whole();
    while (!left.isEmpty()) {
      left = bulk.settle(left);
      List<OpenRound> others = left.stream().map(List::getFirst).toList();
      putDown(others);
      List<UUID> campaigns = others.stream().map(OpenRound::campaignId).toList();
      settlement.settleReady(campaigns);
      left = behindTheFirst(left);
    }
    putDown(work.kept());
    work.kept().forEach(round -> touched.add(round.campaignId()));
    work.ended()
        .forEach(
            end -> {
              rounds.trackingEnded(end);
              touched.add(end.campaignId());
            });
    settlement.settleReady(touched);
  }

  private static List<List<OpenRound>> behindTheFirst(List<List<OpenRound>> chains) {
    return chains.stream()
        .filter(chain -> chain.size() > 1)
        .map(chain -> chain.subList(1, chain.size()))
        .toList();
  }

  /** Decides nothing: what is here goes into tables, where it waits and is seen to wait. */
  void keep(Work work) {
    lanes.hold(work.campaigns());
    work.whole().forEach(this::putDown);
    putDown(work.kept());
    work.ended().forEach(rounds::trackingEnded);
  }

  /** Settles what of a campaign is in the tables and ready. */
  void settle(UUID campaignId) {
    lanes.hold(List.of(campaignId));
    settlement.settleReady(List.of(campaignId));
  }

  private void putDown(Collection<OpenRound> open) {
    List<OpenRound> all = new ArrayList<>(open);
    for (OpenRound round : all) {
      RoundClosed closed = round.closed();
      if (closed != null) {
        rounds.add(closed);
      }
    }
    var read = all.stream().flatMap(round -> round.readings().stream()).toList();
    if (!read.isEmpty()) {
      readings.add(read);
    }
  }
}
