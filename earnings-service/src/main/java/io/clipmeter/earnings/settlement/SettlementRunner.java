package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.ledger.Journal;
import io.clipmeter.earnings.ledger.Journal.Posting;
import io.clipmeter.earnings.settlement.Accruals.Accrual;
import io.clipmeter.earnings.terms.CampaignTerms;
import io.clipmeter.earnings.terms.Clips.Advance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Settles the rounds that are complete, in the order in which they closed. Runs inside the
 * transaction of whoever brought the last missing piece, and with the campaign's lane held: nobody
 * else settles the campaign meanwhile.
 */
@Component
public class SettlementRunner {
  private final SettlementTables tables;
  private final Journal journal;
  private final SettlementEvents events;
  private final SettlementSettings settings;
  private final Clock clock;

  SettlementRunner(
      SettlementTables tables,
      Journal journal,
      SettlementEvents events,
      SettlementSettings settings,
      Clock clock) {
    this.tables = tables;
    this.journal = journal;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /** Settles what can be settled of these campaigns; a campaign that is not known yet waits. */
  public void settleReady(Collection<UUID> campaignIds) {
    campaignIds.stream().sorted().forEach(this::settleReady);
  }

  private void settleReady(UUID campaignId) {
    Optional<CampaignTerms> terms = tables.campaigns().find(campaignId);
    Optional<UUID> round = tables.rounds().nextReady(campaignId);
    while (terms.isPresent() && round.isPresent()) {
      settle(terms.get(), round.get());
      terms = tables.campaigns().find(campaignId);
      round = tables.rounds().nextReady(campaignId);
    }
    terms.filter(CampaignTerms::completed).ifPresent(this::finalizeLate);
  }

  /**
   * A clip whose approval arrived after its campaign completed has earned nothing, and is told so.
   */
  private void finalizeLate(CampaignTerms terms) {
    Instant now = clock.instant();
    tables.clips().finalizeAll(terms.id()).forEach(last -> events.finalized(terms, last, now));
  }

  private void settle(CampaignTerms terms, UUID roundId) {
    List<ClipReading> readings = tables.readings().ofRound(roundId, terms.id());
    Instant now = clock.instant();
    switch (SettlementPolicy.decide(terms, readings, settings.heldRoundsMax())) {
      case Settlement.AfterCompletion done ->
          tables.rounds().afterCompletion(roundId, terms.id(), now);
      case Settlement.Held held -> hold(terms, roundId, now);
      case Settlement.Paid paid -> pay(terms, roundId, paid, now);
    }
  }

  private void hold(CampaignTerms terms, UUID roundId, Instant now) {
    tables.rounds().hold(roundId);
    tables.campaigns().hold(terms.id());
    events.held(terms, roundId, now);
  }

  private void pay(CampaignTerms terms, UUID roundId, Settlement.Paid paid, Instant now) {
    List<Accrual> accruals =
        paid.shares().stream()
            .filter(share -> share.micros() > 0)
            .map(share -> new Accrual(accrualId(roundId, share), share))
            .toList();
    tables.rounds().settle(roundId, terms.id(), now);
    if (!accruals.isEmpty()) {
      long entry = journal.settle(terms.id(), roundId, paid.total(), postings(accruals));
      tables.accruals().add(roundId, entry, terms.cpm().micros(), accruals);
    }
    tables.clips().advance(paid.shares().stream().map(SettlementRunner::advance).toList());
    CampaignTerms after = spend(terms, paid, now);
    events.settled(after, roundId, accruals, now);
    if (after.completed()) {
      events.completed(after, tables.clips().finalizeAll(terms.id()), now);
    }
  }

  private CampaignTerms spend(CampaignTerms terms, Settlement.Paid paid, Instant now) {
    tables
        .campaigns()
        .spend(terms.id(), terms.spent().plus(paid.total()), paid.completes() ? now : null);
    return tables.campaigns().find(terms.id()).orElseThrow();
  }

  private static List<Posting> postings(List<Accrual> accruals) {
    return accruals.stream()
        .map(a -> new Posting(Journal.clip(a.share().clip().clipId()), a.share().micros()))
        .toList();
  }

  private static Advance advance(Share share) {
    return new Advance(share.clip().clipId(), share.clip().viewsAfter(), share.micros());
  }

  private static UUID accrualId(UUID roundId, Share share) {
    String name = "accrual:" + roundId + ":" + share.clip().clipId();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
