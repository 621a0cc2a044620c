package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.bulk.BulkStatement.Result;
import io.clipmeter.earnings.bulk.RunPolicy.Cut;
import io.clipmeter.earnings.event.SettlementNews;
import io.clipmeter.earnings.event.SettlementNews.Spending;
import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.watch.RoundMeters;
import io.clipmeter.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
   * @param campaigns a list for each campaign, in the order of their numbers; their lanes are held
   * @return what is left of each campaign, where something is: the first of it is to be settled by
   *     itself, and then this may be asked again about those behind
   */
  public List<List<OpenRound>> settle(List<List<OpenRound>> campaigns) {
    List<List<OpenRound>> left = new ArrayList<>();
    Set<UUID> singly = new HashSet<>();
    List<List<OpenRound>> rest = campaigns;
    while (!rest.isEmpty()) {
      List<Cut> cuts = cut(rest, singly);
      Set<UUID> refused = attempt(cuts.stream().flatMap(cut -> cut.run().stream()).toList());
      List<List<OpenRound>> next = new ArrayList<>();
      for (Cut cut : cuts) {
        Run run = cut.run().orElse(null);
        if (run == null || refused.contains(run.campaignId()) && run.rounds().size() == 1) {
          left.add(cut.open());
        } else {
          next.add(refused.isEmpty() ? cut.behind() : cut.open());
        }
      }
      singly.addAll(refused);
      rest = next.stream().filter(one -> !one.isEmpty()).toList();
    }
    return left.stream().filter(one -> !one.isEmpty()).toList();
  }

  private List<Cut> cut(List<List<OpenRound>> campaigns, Set<UUID> singly) {
    Map<UUID, Standing> standing =
        standings.of(
            campaigns.stream()
                .flatMap(List::stream)
                .map(OpenRound::closed)
                .map(Objects::requireNonNull)
                .toList());
    return campaigns.stream()
        .map(
            rounds ->
                RunPolicy.cut(
                    rounds,
                    standing,
                    singly.contains(rounds.getFirst().campaignId()) ? 1 : rounds.size()))
        .toList();
  }

  /**
   * Settles all of these or none.
   *
   * @return the campaigns whose runs cannot be settled this way
   */
  private Set<UUID> attempt(List<Run> runs) {
    if (runs.isEmpty()) {
      return Set.of();
    }
    Instant now = clock.instant();
    Optional<List<List<Result>>> results = execute(runs, now);
    if (results.isEmpty()) {
      return runs.stream().map(Run::campaignId).collect(Collectors.toSet());
    }
    Set<UUID> refused = new HashSet<>();
    for (int place = 0; place < runs.size(); place++) {
      if (!results.get().get(place).getFirst().settled()) {
        refused.add(runs.get(place).campaignId());
      }
    }
    if (refused.isEmpty()) {
      for (int place = 0; place < runs.size(); place++) {
        tell(runs.get(place), results.get().get(place), now);
      }
    }
    return refused;
  }

  /** Empty where the numbers are larger than this way can count. */
  private Optional<List<List<Result>>> execute(List<Run> runs, Instant now) {
    try {
      return Optional.ofNullable(
          savepoint.execute(
              status -> {
                List<List<Result>> results = statement.settle(runs, now);
                if (!results.stream().flatMap(List::stream).allMatch(Result::settled)) {
                  status.setRollbackOnly();
                }
                return results;
              }));
    } catch (DataIntegrityViolationException tooLarge) {
      return Optional.empty();
    }
  }

  private void tell(Run run, List<Result> results, Instant now) {
    String currency = run.pay().currency();
    long spent = results.getLast().spent() - results.stream().mapToLong(Result::total).sum();
    for (int place = 0; place < results.size(); place++) {
      Result result = results.get(place);
      OpenRound round = run.rounds().get(place);
      spent += result.total();
      Spending spending =
          new Spending(
              round.campaignId(),
              round.id(),
              Money.ofMicros(result.budget(), currency),
              Money.ofMicros(spent, currency));
      news.settled(spending, result.settlement(), result.earners(), now);
    }
    meters.settled(
        run.rounds().stream()
            .map(round -> Objects.requireNonNull(round.closed()).closedAt())
            .toList(),
        now);
  }
}
