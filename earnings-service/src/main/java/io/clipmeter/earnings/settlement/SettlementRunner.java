package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.completion.Completions;
import io.clipmeter.earnings.round.Rounds;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Terms;
import io.clipmeter.earnings.terms.TermsHistory;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Settles the rounds that are complete, in the order in which they closed, and ends what is to end.
 * Runs inside the transaction of whoever brought the last missing piece, and with the campaign's
 * lane held: nobody else settles the campaign meanwhile.
 */
@Component
public class SettlementRunner {
  private final SettlementTables tables;
  private final RoundSettlement settlement;
  private final Completions completions;
  private final SettlementSettings settings;

  SettlementRunner(
      SettlementTables tables,
      RoundSettlement settlement,
      Completions completions,
      SettlementSettings settings) {
    this.tables = tables;
    this.settlement = settlement;
    this.completions = completions;
    this.settings = settings;
  }

  /**
   * The round that is settled next, with all that are held before it.
   *
   * @param heldRoundsMax how many rounds in a row may wait for unreadable clips, from 0
   */
  public record Next(Rounds.Closed round, int heldRoundsMax) {}

  /**
   * What would be settled next of what has closed: those that are held alone where the next round
   * is not whole, or has another price. Nothing is written.
   */
  public Optional<Next> next(UUID campaignId) {
    Optional<Rounds.Closed> held = tables.rounds().lastHeld(campaignId);
    Optional<Rounds.Closed> ready =
        tables
            .rounds()
            .nextReady(campaignId)
            .filter(round -> held.filter(before -> pricedApart(before, round)).isEmpty());
    return ready
        .map(round -> new Next(round, settings.heldRoundsMax()))
        .or(() -> held.map(round -> new Next(round, 0)));
  }

  /** What the policy is asked of it; its clips must fit into memory. */
  public Question question(Next next) {
    return settlement.ask(next.round(), next.heldRoundsMax());
  }

  /** Whether rounds are held that are settled by themselves before one of these terms. */
  public boolean settlesHeldBefore(UUID campaignId, Terms terms) {
    TermsHistory history = tables.terms().of(campaignId);
    return tables
        .rounds()
        .lastHeld(campaignId)
        .filter(held -> !history.at(held.version()).priceAs(terms))
        .isPresent();
  }

  /** Settles what can be settled of these campaigns; a campaign that is not known yet waits. */
  public void settleReady(Collection<UUID> campaignIds) {
    campaignIds.stream().sorted().forEach(this::settleReady);
  }

  /**
   * Keeps the rounds as history that waited for clips to be read again when their campaign was
   * completed, by a budget lowered to what is spent. Nothing where it is not.
   */
  public void keepHeld(UUID campaignId) {
    tables.campaigns().find(campaignId).filter(Campaign::completed).ifPresent(this::keepHeld);
  }

  private void keepHeld(Campaign over) {
    tables.rounds().lastHeld(over.id()).ifPresent(held -> settlement.settle(held, 0));
  }

  private void settleReady(UUID campaignId) {
    // Before rounds that came too late raise its height: that is not what it ended with.
    tables
        .campaigns()
        .find(campaignId)
        .filter(Campaign::completed)
        .ifPresent(
            over -> {
              completions.finalizeLate(over);
              keepHeld(over);
            });
    Optional<Rounds.Closed> round = tables.rounds().nextReady(campaignId);
    while (round.isPresent()) {
      settle(round.get());
      round = tables.rounds().nextReady(campaignId);
    }
    tables.campaigns().find(campaignId).ifPresent(this::end);
  }

  private void settle(Rounds.Closed round) {
    tables
        .rounds()
        .lastHeld(round.campaignId())
        .filter(held -> pricedApart(held, round))
        .ifPresent(held -> settlement.settle(held, 0));
    settlement.settle(round, settings.heldRoundsMax());
  }

  /**
   * What was seen before a change of price is paid at the old one, so it can't wait for the new.
   */
  private boolean pricedApart(Rounds.Closed held, Rounds.Closed round) {
    TermsHistory history = tables.terms().of(round.campaignId());
    return !history.at(held.version()).priceAs(history.at(round.version()));
  }

  private void end(Campaign campaign) {
    if (!campaign.completed()
        && campaign.ending() != null
        && tables.rounds().noneLeft(campaign.id())) {
      tables.rounds().lastHeld(campaign.id()).ifPresent(held -> settlement.settle(held, 0));
      completions.end(campaign.id(), campaign.ending());
    }
  }
}
