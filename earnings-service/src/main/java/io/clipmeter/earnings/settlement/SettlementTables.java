package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.round.Readings;
import io.clipmeter.earnings.round.Rounds;
import io.clipmeter.earnings.terms.Campaigns;
import io.clipmeter.earnings.terms.Clips;
import io.clipmeter.earnings.terms.TermsVersions;
import org.springframework.stereotype.Component;

/** The tables that a settlement reads and writes. */
@Component
class SettlementTables {
  private final Campaigns campaigns;
  private final TermsVersions terms;
  private final Clips clips;
  private final Rounds rounds;
  private final Readings readings;

  SettlementTables(
      Campaigns campaigns, TermsVersions terms, Clips clips, Rounds rounds, Readings readings) {
    this.campaigns = campaigns;
    this.terms = terms;
    this.clips = clips;
    this.rounds = rounds;
    this.readings = readings;
  }

  Campaigns campaigns() {
    return campaigns;
  }

  TermsVersions terms() {
    return terms;
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
}
