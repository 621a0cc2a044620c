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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles whatever can be settled at once, inside the transaction of whoever asks. */
@Component
public class BulkDesk {
  private static final Logger LOG = LoggerFactory.getLogger(BulkDesk.class);

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
   * How much of a refused run can be settled at once.
   *
   * @param rounds its first ones
   * @param endsThere whether it is known that the one behind them cannot
   */
  private record Fit(int rounds, boolean endsThere) {}

  /**
   * Settles rounds that are whole.
   *
   * @param campaigns a list for each campaign, in the order of their numbers; their lanes are held
   * @return what is left of each campaign, where something is: the first of it is to be settled by
   *     itself, and then this may be asked again about those behind
   */
  public List<List<OpenRound>> settle(List<List<OpenRound>> campaigns) {
    List<List<OpenRound>> left = new ArrayList<>();
    Map<UUID, Fit> fits = new HashMap<>();
    List<List<OpenRound>> rest = campaigns;
    while (!rest.isEmpty()) {
      List<List<OpenRound>> next = new ArrayList<>();
      List<Cut> cuts = atOnce(cut(rest, fits), left);
      List<Cut> now = likely(cuts, fits, next);
      Map<UUID, Fit> refused = attempt(now.stream().map(Cut::firstRun).toList());
      for (Cut cut : now) {
        UUID campaign = cut.firstRun().campaignId();
        Fit fit = refused.isEmpty() ? fits.get(campaign) : refused.get(campaign);
        List<OpenRound> open = refused.isEmpty() ? cut.behind() : cut.open();
        boolean plainly = fit != null && (refused.isEmpty() ? fit.endsThere : fit.rounds == 0);
        (plainly ? left : next).add(open);
      }
      fits.putAll(refused);
      rest = next.stream().filter(one -> !one.isEmpty()).toList();
    }
    return left.stream().filter(one -> !one.isEmpty()).toList();
  }

  /** Those that have something to settle at once; of the others all is left. */
  private static List<Cut> atOnce(List<Cut> cuts, List<List<OpenRound>> left) {
    cuts.stream().filter(cut -> cut.run().isEmpty()).map(Cut::open).forEach(left::add);
    return cuts.stream().filter(cut -> cut.run().isPresent()).toList();
  }

  /**
   * What is to be attempted first: a run that ends its budget is refused with all that are settled
   * beside it, so those that seem to come last, among themselves.
   *
   * @param next gets what is not attempted yet
   */
  private static List<Cut> likely(List<Cut> cuts, Map<UUID, Fit> fits, List<List<OpenRound>> next) {
    List<Cut> likely = new ArrayList<>();
    List<List<OpenRound>> doubtful = new ArrayList<>();
    for (Cut cut : cuts) {
      Optional<Cut> seems =
          fits.containsKey(cut.firstRun().campaignId())
              ? Optional.of(cut)
              : RunPolicy.seeminglyWithinBudget(cut);
      seems.ifPresentOrElse(likely::add, () -> doubtful.add(cut.open()));
    }
    if (likely.isEmpty()) {
      return cuts;
    }
    next.addAll(doubtful);
    return likely;
  }

  private List<Cut> cut(List<List<OpenRound>> campaigns, Map<UUID, Fit> fits) {
    Map<UUID, Standing> standing =
        standings.of(
            campaigns.stream()
                .flatMap(List::stream)
                .map(OpenRound::closed)
                .map(Objects::requireNonNull)
                .toList());
    return campaigns.stream()
        .map(rounds -> RunPolicy.cut(rounds, standing, most(rounds, fits)))
        .toList();
  }

  private static int most(List<OpenRound> rounds, Map<UUID, Fit> fits) {
    Fit fit = fits.get(rounds.getFirst().campaignId());
    return fit == null ? rounds.size() : fit.rounds;
  }

  /**
   * Settles all of these or none.
   *
   * @return the campaigns whose runs cannot be settled this way, and how much of them can
   */
  private Map<UUID, Fit> attempt(List<Run> runs) {
    if (runs.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.instant();
    Optional<List<List<Result>>> results = execute(runs, now);
    Map<UUID, Fit> refused = new HashMap<>();
    for (int place = 0; place < runs.size(); place++) {
      Run run = runs.get(place);
      if (results.isEmpty()) {
        refused.put(run.campaignId(), new Fit(run.rounds().size() > 1 ? 1 : 0, false));
      } else if (!results.get().get(place).getFirst().settled()) {
        int fitting = RunPolicy.fitting(run, results.get().get(place));
        refused.put(run.campaignId(), new Fit(fitting, true));
      }
    }
    for (int place = 0; place < runs.size() && refused.isEmpty(); place++) {
      tell(runs.get(place), results.orElseThrow().get(place), now);
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
      LOG.warn(
          "{} runs of rounds are settled round by round: {}", runs.size(), tooLarge.getMessage());
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
