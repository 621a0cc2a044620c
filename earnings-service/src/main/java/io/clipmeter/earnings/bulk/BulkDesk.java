package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.bulk.BulkStatement.Bulk;
import io.clipmeter.earnings.bulk.BulkStatement.Result;
import io.clipmeter.earnings.event.SettlementNews;
import io.clipmeter.earnings.event.SettlementNews.Spending;
import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.watch.RoundMeters;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles whatever can be settled at once, inside the transaction of whoever asks. */
@Component
public class BulkDesk {
  private final Standings standings;
  private final BulkStatement statement;
  private final SettlementNews news;
  private final RoundMeters meters;
  private final Clock clock;
  private final TransactionTemplate savepoint;

  BulkDesk(
      Standings standings,
      BulkStatement statement,
      SettlementNews news,
      RoundMeters meters,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.standings = standings;
    this.statement = statement;
    this.news = news;
    this.meters = meters;
    this.clock = clock;
    this.savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Settles rounds that are whole.
   *
   * @param rounds at most one of each campaign; the campaigns' lanes are held
   * @return those that are left to be settled one by one
   */
  public Collection<OpenRound> settle(List<OpenRound> rounds) {
    Map<UUID, Standing> standing =
        standings.of(rounds.stream().map(OpenRound::closed).map(Objects::requireNonNull).toList());
    List<Bulk> bulk = new ArrayList<>();
    List<OpenRound> plain = new ArrayList<>();
    for (OpenRound round : rounds) {
      Standing how = Objects.requireNonNull(standing.get(round.id()));
      switch (WayPolicy.of(Objects.requireNonNull(round.closed()), how)) {
        case BULK -> bulk.add(new Bulk(round, Objects.requireNonNull(how.pay())));
        case PLAIN -> plain.add(round);
        case DONE -> {}
      }
    }
    plain.addAll(settleOrLeave(bulk));
    return plain;
  }

  private List<OpenRound> settleOrLeave(List<Bulk> bulk) {
    List<OpenRound> left = new ArrayList<>();
    List<Bulk> rest = bulk;
    while (!rest.isEmpty()) {
      Set<Integer> refused = attempt(rest);
      List<Bulk> next = new ArrayList<>();
      for (int place = 0; place < rest.size(); place++) {
        if (refused.contains(place)) {
          left.add(rest.get(place).round());
        } else if (!refused.isEmpty()) {
          next.add(rest.get(place));
        }
      }
      rest = next;
    }
    return left;
  }

  /**
   * Settles all of these or none.
   *
   * @return the places of those that cannot be settled this way
   */
  private Set<Integer> attempt(List<Bulk> rounds) {
    Instant now = clock.instant();
    Optional<List<Result>> results = execute(rounds, now);
    if (results.isEmpty()) {
      return allOf(rounds);
    }
    Set<Integer> refused = new HashSet<>();
    results.get().stream().filter(r -> !r.settled()).forEach(r -> refused.add(r.place()));
    if (refused.isEmpty()) {
      results.get().forEach(result -> tell(rounds.get(result.place()), result, now));
      meters.settled(rounds.stream().map(Bulk::closed).map(RoundClosed::closedAt).toList(), now);
    }
    return refused;
  }

  private static Set<Integer> allOf(List<Bulk> rounds) {
    Set<Integer> all = new HashSet<>();
    for (int place = 0; place < rounds.size(); place++) {
      all.add(place);
    }
    return all;
  }

  /** Empty where the numbers are larger than this way can count. */
  private Optional<List<Result>> execute(List<Bulk> rounds, Instant now) {
    try {
      return Optional.ofNullable(
          savepoint.execute(
              status -> {
                List<Result> results = statement.settle(rounds, now);
                if (!results.stream().allMatch(Result::settled)) {
                  status.setRollbackOnly();
                }
                return results;
              }));
    } catch (DataIntegrityViolationException tooLarge) {
      return Optional.empty();
    }
  }

  private void tell(Bulk bulk, Result result, Instant now) {
    String currency = bulk.pay().currency();
    Spending spending =
        new Spending(
            bulk.round().campaignId(),
            bulk.round().id(),
            Money.ofMicros(result.budget(), currency),
            Money.ofMicros(result.spent(), currency));
    news.settled(spending, result.settlement(), result.earners(), now);
  }
}
