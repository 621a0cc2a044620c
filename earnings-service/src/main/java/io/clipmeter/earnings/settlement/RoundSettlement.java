package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.completion.Completions;
import io.clipmeter.earnings.event.SettlementNews;
import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.round.Readings;
import io.clipmeter.earnings.round.ReadingsCursor;
import io.clipmeter.earnings.round.Rounds;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Clips.Advance;
import io.clipmeter.earnings.terms.Segment;
import io.clipmeter.earnings.terms.TermsHistory;
import io.clipmeter.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Settles one round: asks the policy, and writes what it decides. */
@Component
class RoundSettlement {
  private static final int PART = 10_000;

  private final SettlementTables tables;
  private final Settlements settlements;
  private final SettlementNews news;
  private final Completions completions;
  private final SettlementSettings settings;
  private final Clock clock;

  RoundSettlement(
      SettlementTables tables,
      Settlements settlements,
      SettlementNews news,
      Completions completions,
      SettlementSettings settings,
      Clock clock) {
    this.tables = tables;
    this.settlements = settlements;
    this.news = news;
    this.completions = completions;
    this.settings = settings;
    this.clock = clock;
  }

  /** What is asked of the round, with its clips and those that are held with it. */
  Question ask(Rounds.Closed round, int heldRoundsMax) {
    return question(round, heldRoundsMax).of(readings(round).all());
  }

  /**
   * Settles the round, and those that are held with it.
   *
   * @param heldRoundsMax how many rounds in a row may wait for unreadable clips, from 0
   */
  void settle(Rounds.Closed round, int heldRoundsMax) {
    Question question = question(round, heldRoundsMax);
    if (round.clips() > settings.largeFrom()) {
      try (ReadingsCursor clips = readings(round).cursor()) {
        carryOut(question, round, new LargeRound(question, clips).decide());
      }
    } else {
      carryOut(question, round, SettlementPolicy.decide(question.of(readings(round).all())));
    }
  }

  private void carryOut(Question question, Rounds.Closed round, Settlement decided) {
    Instant now = clock.instant();
    switch (decided) {
      case Settlement.AfterCompletion done -> keepAsHistory(question, round, now);
      case Settlement.Held held -> hold(question.campaign(), round.id(), now);
      case Settlement.Paid paid -> pay(question, round, paid.inParts(), now);
      case Settlement.PaidInParts paid -> pay(question, round, paid, now);
    }
  }

  private Readings.Span readings(Rounds.Closed round) {
    return tables.readings().of(round.id(), round.campaignId());
  }

  private Question question(Rounds.Closed round, int heldRoundsMax) {
    Campaign campaign = tables.campaigns().find(round.campaignId()).orElseThrow();
    TermsHistory history = tables.terms().of(round.campaignId());
    return new Question(campaign, history.at(round.version()), history, List.of(), heldRoundsMax);
  }

  /**
   * With those that were held. Should the campaign go on, its patience begins anew, and its clips
   * are paid for what they grow from here.
   */
  private void keepAsHistory(Question question, Rounds.Closed round, Instant now) {
    List<Advance> part = new ArrayList<>();
    try (ReadingsCursor clips = readings(round).cursor()) {
      clips.each(
          clip -> {
            if (clip.readable()) {
              part.add(unpaid(question, clip));
            }
            if (part.size() == PART) {
              tables.clips().advance(part);
              part.clear();
            }
          });
    }
    tables.clips().advance(part);
    tables.rounds().afterCompletion(round.id(), round.campaignId(), now);
    tables.campaigns().noneHeld(round.campaignId());
  }

  private static Advance unpaid(Question question, ClipReading clip) {
    Segment after = SegmentPolicy.whileOver(question.terms(), clip, question.history());
    return new Advance(clip.clipId(), clip.viewsAfter(), 0, after);
  }

  private void hold(Campaign campaign, UUID roundId, Instant now) {
    tables.rounds().hold(roundId);
    tables.campaigns().hold(campaign.id());
    news.held(spending(campaign, roundId), now);
  }

  private void pay(
      Question question, Rounds.Closed round, Settlement.PaidInParts paid, Instant now) {
    Campaign campaign = question.campaign();
    Money spent = campaign.spent().plus(paid.total());
    boolean completes = spent.equals(campaign.budget());
    tables.rounds().settle(round.id(), round.campaignId(), now);
    long settlement = settlements.add(round, question.terms(), paid, now);
    paid.parts().accept(shares -> write(settlement, shares, completes));
    tables.campaigns().spend(campaign.id(), spent, completes ? now : null);
    Campaign after = tables.campaigns().find(campaign.id()).orElseThrow();
    news.settled(spending(after, round.id()), settlement, paid.earners(), now);
    if (completes) {
      completions.completedBy(settlement, paid.clips(), after, now);
    }
  }

  private void write(long settlement, List<Share> shares, boolean completes) {
    settlements.receipts(settlement, shares);
    List<Advance> advances = shares.stream().map(RoundSettlement::advance).toList();
    if (completes) {
      tables.clips().advanceToTheEnd(advances);
    } else {
      tables.clips().advance(advances);
    }
  }

  private static SettlementNews.Spending spending(Campaign campaign, UUID roundId) {
    return new SettlementNews.Spending(campaign.id(), roundId, campaign.budget(), campaign.spent());
  }

  private static Advance advance(Share share) {
    return new Advance(
        share.clip().clipId(), share.clip().viewsAfter(), share.micros(), share.after());
  }
}
