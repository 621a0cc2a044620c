package io.clipmeter.local.simulator.fault;

import io.clipmeter.local.simulator.fault.FaultKind.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults that wait to strike, oldest first. A restart forgets them. */
public final class Faults {
  /** How many may wait at a time. */
  static final int WAITING_MAX = 1_000;

  private final List<Fault> waiting = new ArrayList<>();

  /**
   * Adds one.
   *
   * @return whether there was room
   */
  public synchronized boolean add(Fault fault) {
    return waiting.size() < WAITING_MAX && waiting.add(fault);
  }

  public synchronized List<Fault> waiting() {
    return List.copyOf(waiting);
  }

  public synchronized void clear() {
    waiting.clear();
  }

  /** The oldest one that strikes here; one of its times is used up. */
  public synchronized Optional<Fault> next(Reach reach) {
    for (int i = 0; i < waiting.size(); i++) {
      if (waiting.get(i).kind().reach() == reach) {
        return Optional.of(use(i));
      }
    }
    return Optional.empty();
  }

  /**
   * All of these kinds that strike a run of these videos, each once; one of the times of each is
   * used up.
   */
  public synchronized List<Fault> all(Set<FaultKind> kinds, Collection<String> videoIds) {
    var striking = new ArrayList<Fault>();
    for (int i = waiting.size() - 1; i >= 0; i--) {
      Fault fault = waiting.get(i);
      if (kinds.contains(fault.kind()) && fault.strikes(videoIds)) {
        striking.addFirst(use(i));
      }
    }
    return striking;
  }

  private Fault use(int index) {
    Fault fault = waiting.get(index);
    if (fault.times() == 1) {
      waiting.remove(index);
    } else {
      waiting.set(index, fault.struck());
    }
    return fault;
  }
}
