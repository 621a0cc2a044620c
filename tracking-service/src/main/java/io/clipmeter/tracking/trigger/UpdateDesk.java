package io.clipmeter.tracking.trigger;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.round.ClaimedRound;
import io.clipmeter.tracking.round.Round;
import io.clipmeter.tracking.round.Rounds;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.clipmeter.tracking.round.RunningRounds;
import io.clipmeter.tracking.source.usage.Cadence;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Claims many rounds at once and has them read, and notes which admin wanted it. */
@Component
class UpdateDesk {
  private static final int ROUNDS_MAX = 10_000;

  private final Rounds rounds;
  private final RunningRounds running;
  private final Cadence cadence;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  UpdateDesk(
      Rounds rounds, RunningRounds running, Cadence cadence, AuditLog audit, Ids ids, Clock clock) {
    this.rounds = rounds;
    this.running = running;
    this.cadence = cadence;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What an update found and began.
   *
   * @param claimed are being read from now on
   * @param joined were open already
   */
  record Update(List<ClaimedRound> claimed, List<Round> joined) {}

  /** Begins a round of one campaign, or of each that can be read, due or not. */
  Update begin(String admin, Optional<UUID> campaignId) {
    audit.add(
        admin,
        "view-tracking-update",
        Map.of("campaignId", campaignId.map(UUID::toString).orElse("all")));
    return claim(Claim.now(campaignId));
  }

  /** Begins a round of each campaign whose time has come. */
  Update beginDue() {
    return claim(Claim.due(cadence.stretch()));
  }

  /**
   * Each round is claimed by itself, and kept while the others are: of thousands the first would be
   * lost again before the last is claimed. None begins before that, as it might end and be claimed
   * once more. Where this ends half way, those that were claimed are read.
   */
  private Update claim(Claim claim) {
    List<Round> joined = rounds.open(claim.campaignId(), ROUNDS_MAX);
    List<ClaimedRound> claimed = new ArrayList<>();
    try {
      Optional<ClaimedRound> next = next(claim);
      while (next.isPresent()) {
        claimed.add(next.get());
        running.keep(next.get());
        next = claimed.size() < ROUNDS_MAX ? next(claim) : Optional.empty();
      }
    } finally {
      claimed.forEach(running::begin);
    }
    return new Update(claimed, joined);
  }

  private Optional<ClaimedRound> next(Claim claim) {
    return rounds.claim(claim, ids.next(), clock.instant());
  }
}
