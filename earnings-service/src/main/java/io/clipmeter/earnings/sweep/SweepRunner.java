package io.clipmeter.earnings.sweep;

import io.clipmeter.earnings.settlement.SettlementRunner;
import io.clipmeter.earnings.terms.Lanes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Settles one campaign in a transaction of its own: where that fails, no other is concerned. */
@Component
class SweepRunner {
  private final Lanes lanes;
  private final SettlementRunner settlement;

  SweepRunner(Lanes lanes, SettlementRunner settlement) {
    this.lanes = lanes;
    this.settlement = settlement;
  }

  /** Settles what can be settled of it; nothing where somebody else has done so meanwhile. */
  @Transactional
  void settle(UUID campaign) {
    lanes.hold(List.of(campaign));
    settlement.settleReady(List.of(campaign));
  }
}
