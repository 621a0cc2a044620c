package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.terms.Campaigns;
import io.clipmeter.earnings.terms.Clips;
import org.springframework.stereotype.Component;

/** The tables that a settlement reads and writes. */
@Component
class SettlementTables {
  private final Campaigns campaigns;
  private final Clips clips;
  private final Rounds rounds;
  private final Readings readings;
  private final Accruals accruals;

  SettlementTables(
      Campaigns campaigns, Clips clips, Rounds rounds, Readings readings, Accruals accruals) {
    this.campaigns = campaigns;
    this.clips = clips;
    this.rounds = rounds;
    this.readings = readings;
    this.accruals = accruals;
  }

  Campaigns campaigns() {
    return campaigns;
  }

  Clips clips() {
    return clips;
  }

  Rounds rounds() {
    return rounds;
  }

  Readings readings() {
    return readings;
  }

  Accruals accruals() {
    return accruals;
  }
}
