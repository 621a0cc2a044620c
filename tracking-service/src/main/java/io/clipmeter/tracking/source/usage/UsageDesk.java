package io.clipmeter.tracking.source.usage;

import io.clipmeter.tracking.source.call.Allowance;
import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Use;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The allowance that all instances share, in the database. */
@Component
public class UsageDesk implements Allowance {
  private static final Logger LOG = LoggerFactory.getLogger(UsageDesk.class);

  private final Uses uses;
  private final Turns turns;
  private final ClocksInStep clocks;
  private final TransactionTemplate alone;
  private final Clock clock;

  UsageDesk(
      Uses uses,
      Turns turns,
      ClocksInStep clocks,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.uses = uses;
    this.turns = turns;
    this.clocks = clocks;
    this.clock = clock;
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What was used of a provider in the day or month that it is now on its clock. */
  public SpanUse of(Limits limits, Span span) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), limits.charges().zone());
    return uses.of(limits.provider(), span, today);
  }

  /** Whoever waits for a run that is paid must not lose it to a database that fails in passing. */
  @Override
  public Turn take(Limits limits, Use use, Duration longest) {
    try {
      return Objects.requireNonNull(alone.execute(status -> takeBoth(limits, use, longest)));
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("no turn of {} could be taken: {}", limits.provider(), e.toString());
      throw new ProviderFault(
          ProviderFault.Kind.DOWN, "not called: what is left of the limits is not known");
    }
  }

  /** The turn first: it is counted on the day on which it comes, which may not be today. */
  private Turn takeBoth(Limits limits, Use use, Duration longest) {
    Instant at =
        next(limits, use, longest).or(() -> ofNew(limits, use, longest)).orElseThrow(this::noTurn);
    LocalDate day = LocalDate.ofInstant(at, limits.charges().zone());
    if (!uses.add(limits.provider(), limits.charges(), day, use)) {
      throw new ProviderFault(
          ProviderFault.Kind.CAPPED,
          "not called: the cap or the quota, or its part for " + use.purpose() + ", is used up");
    }
    return new Turn(at, day, use);
  }

  private ProviderFault noTurn() {
    return new ProviderFault(
        ProviderFault.Kind.BUSY,
        clocks.at(clock.instant())
            ? "not called: no turn within the rate"
            : "not called: this instance's clock is too far ahead of the database's");
  }

  /** The time is looked up in line: a turn for a time that has passed by then would be too late. */
  private Optional<Instant> next(Limits limits, Use use, Duration longest) {
    turns.standInLine(limits.provider());
    return turns.take(
        limits.provider(), limits.perMinute(), use.purpose(), clock.instant(), longest);
  }

  /**
   * The first call ever, or the first since more are allowed, finds turns that are not there yet.
   */
  private Optional<Instant> ofNew(Limits limits, Use use, Duration longest) {
    turns.add(limits.provider(), limits.perMinute(), clock.instant());
    return next(limits, use, longest);
  }

  @Override
  public void pause(Limits limits, Instant until) {
    try {
      alone.executeWithoutResult(status -> turns.pause(limits.provider(), until, clock.instant()));
    } catch (RuntimeException e) {
      LOG.warn("{} could not be left alone: {}", limits.provider(), e.toString());
    }
  }

  @Override
  public void end(Limits limits, Turn turn, End end, Duration took) {
    try {
      uses.end(
          limits.provider(),
          turn.day(),
          end,
          took,
          turn.use().unused(end),
          limits.charges().backMicros(turn.use(), end));
    } catch (RuntimeException e) {
      LOG.warn("the end of a call to {} could not be noted: {}", limits.provider(), e.toString());
    }
  }
}
