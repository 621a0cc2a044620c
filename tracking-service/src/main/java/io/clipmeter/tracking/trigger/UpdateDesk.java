package io.clipmeter.tracking.trigger;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.round.ClaimedRound;
import io.clipmeter.tracking.round.Round;
import io.clipmeter.tracking.round.Rounds;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.clipmeter.tracking.source.usage.Cadence;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Claims many rounds at once, and notes which admin wanted it. */
@Component
class UpdateDesk {
  private static final int ROUNDS_MAX = 10_000;

  private final Rounds rounds;
  private final Cadence cadence;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  UpdateDesk(Rounds rounds, Cadence cadence, AuditLog audit, Ids ids, Clock clock) {
    this.rounds = rounds;
    this.cadence = cadence;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What an update found and began.
   *
   * @param claimed to be read from now on
   * @param joined were open already
   */
  record Update(List<ClaimedRound> claimed, List<Round> joined) {}

  /** Claims a round of one campaign, or of each that can be read, due or not. */
  Update claim(String admin, Optional<UUID> campaignId) {
    audit.add(
        admin,
        "view-tracking-update",
        Map.of("campaignId", campaignId.map(UUID::toString).orElse("all")));
    return claim(Claim.now(campaignId));
  }

  /** Claims a round of each campaign whose time has come. */
  Update claimDue() {
    return claim(Claim.due(cadence.stretch()));
  }

  /**
   * Each round is claimed by itself: where this ends half way, those that were claimed are taken up
   * when their leases end.
   */
  private Update claim(Claim claim) {
    List<Round> joined = rounds.open(claim.campaignId(), ROUNDS_MAX);
    List<ClaimedRound> claimed = new ArrayList<>();
    Instant now = clock.instant();
    Optional<ClaimedRound> next = rounds.claim(claim, ids.next(), now);
    while (next.isPresent()) {
      claimed.add(next.get());
      next = claimed.size() < ROUNDS_MAX ? rounds.claim(claim, ids.next(), now) : Optional.empty();
    }
    return new Update(claimed, joined);
  }
}
