package io.clipmeter.tracking.trigger;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.round.ClaimedRound;
import io.clipmeter.tracking.round.Round;
import io.clipmeter.tracking.round.Rounds;
import io.clipmeter.tracking.round.Rounds.Claim;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction in which an admin claims rounds before their time, and the note of it. */
@Component
class UpdateDesk {
  private static final int JOINED_MAX = 10_000;

  private final Rounds rounds;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  UpdateDesk(Rounds rounds, AuditLog audit, Ids ids, Clock clock) {
    this.rounds = rounds;
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
  @Transactional
  Update claim(String admin, Optional<UUID> campaignId) {
    List<Round> joined = rounds.open(campaignId, JOINED_MAX);
    List<ClaimedRound> claimed = new ArrayList<>();
    Instant now = clock.instant();
    Optional<ClaimedRound> next = rounds.claim(Claim.now(campaignId), ids.next(), now);
    while (next.isPresent()) {
      claimed.add(next.get());
      next = rounds.claim(Claim.now(campaignId), ids.next(), now);
    }
    audit.add(
        admin,
        "view-tracking-update",
        Map.of(
            "campaignId", campaignId.map(UUID::toString).orElse("all"),
            "started", claimed.stream().map(ClaimedRound::id).toList(),
            "joined", joined.size()));
    return new Update(claimed, joined);
  }
}
