package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.bulk.Standing.Pay;
import io.clipmeter.earnings.round.OpenRound;
import java.util.List;
import java.util.UUID;

/**
 * Rounds of one campaign, one behind the other, that one price pays.
 *
 * @param rounds at least one, in the order of their numbers
 */
record Run(List<OpenRound> rounds, Pay pay) {
  UUID campaignId() {
    return rounds.getFirst().campaignId();
  }
}
