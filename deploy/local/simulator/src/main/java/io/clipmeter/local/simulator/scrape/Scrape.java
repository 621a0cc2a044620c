package io.clipmeter.local.simulator.scrape;

import io.clipmeter.local.simulator.fault.Fault;
import io.clipmeter.local.simulator.fault.FaultKind;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a run was asked and what held when it started: its items follow from this alone, so they are
 * made when they are read.
 *
 * @param gone which of the videos were deleted
 */
public record Scrape(Actor actor, JsonNode input, long tick, List<Fault> faults, Set<String> gone) {
  public Scrape {
    faults = List.copyOf(faults);
    gone = Set.copyOf(gone);
  }

  /** Whether a fault of this kind struck the run. */
  public boolean hits(FaultKind kind) {
    return faults.stream().anyMatch(fault -> fault.kind() == kind);
  }

  boolean hits(FaultKind kind, String videoId) {
    return faults.stream().anyMatch(fault -> fault.kind() == kind && fault.strikes(videoId));
  }
}
