package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Terms;
import io.clipmeter.earnings.terms.TermsHistory;
import io.clipmeter.money.Money;
import java.util.List;

/**
 * A closed round with all that its settlement depends on.
 *
 * @param campaign the campaign as it stands
 * @param terms those that the round was claimed under
 * @param history all terms of the campaign
 * @param clips the round's clips, sorted by clip id: that is the order of ties
 * @param heldRoundsMax how many rounds in a row may wait for unreadable clips, from 0
 */
public record Question(
    Campaign campaign,
    Terms terms,
    TermsHistory history,
    List<ClipReading> clips,
    int heldRoundsMax) {

  /** The same of other clips. */
  Question of(List<ClipReading> others) {
    return new Question(campaign, terms, history, others, heldRoundsMax);
  }

  /** What a round of these terms may give away; never negative. */
  public Money remaining() {
    return campaign.remainingBy(terms);
  }

  boolean mayWait() {
    return campaign.heldRounds() < heldRoundsMax;
  }
}
