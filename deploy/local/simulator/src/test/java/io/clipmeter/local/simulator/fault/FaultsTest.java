package io.clipmeter.local.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.simulator.fault.FaultKind.Reach;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Faults faults = new Faults();

  @Test
  void aFaultStrikesAsOftenAsItWasAskedFor() {
    faults.add(new Fault(FaultKind.RATE_LIMIT, 2, Set.of(), 0));

    assertThat(faults.next(Reach.CALL)).isPresent();
    assertThat(faults.waiting()).extracting(Fault::times).containsExactly(1);
    assertThat(faults.next(Reach.CALL)).isPresent();
    assertThat(faults.next(Reach.CALL)).isEmpty();
  }

  @Test
  void theOldestStrikesFirst() {
    faults.add(new Fault(FaultKind.SERVER_ERROR, 1, Set.of(), 0));
    faults.add(new Fault(FaultKind.RATE_LIMIT, 1, Set.of(), 0));

    assertThat(faults.next(Reach.CALL).orElseThrow().kind()).isEqualTo(FaultKind.SERVER_ERROR);
  }

  @Test
  void aFaultOfSomeVideosWaitsForThem() {
    faults.add(new Fault(FaultKind.MISSING, 1, Set.of("a", "b"), 0));
    var kinds = EnumSet.of(FaultKind.MISSING);

    assertThat(faults.all(kinds, List.of("c"))).isEmpty();
    assertThat(faults.all(kinds, List.of("c", "b"))).hasSize(1);
    assertThat(faults.waiting()).isEmpty();
  }

  @Test
  void thereIsNoRoomWithoutEnd() {
    for (int i = 0; i < Faults.WAITING_MAX; i++) {
      assertThat(faults.add(new Fault(FaultKind.SLOW, 1, Set.of(), 1))).isTrue();
    }

    assertThat(faults.add(new Fault(FaultKind.SLOW, 1, Set.of(), 1))).isFalse();
  }
}
