package io.clipmeter.earnings.claim;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.earnings.ledger.OpenTransactions;
import io.clipmeter.events.EarningsStated;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what the facts of each closed minute come to, once, in the order of the minutes. Each step
 * is one transaction that holds the position: no two instances tell at once.
 */
@Component
class ClaimRunner {
  private static final int AT_ONCE = 1_000;

  private final Claims claims;
  private final OpenTransactions open;
  private final Outbox outbox;
  private final ClaimSettings settings;
  private final Clock clock;

  ClaimRunner(
      Claims claims, OpenTransactions open, Outbox outbox, ClaimSettings settings, Clock clock) {
    this.claims = claims;
    this.open = open;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** Sums up what is closed; true where there may be more to sum up at once. */
  @Transactional
  boolean sumUp() {
    Instant now = clock.instant();
    Optional<Instant> position = claims.take();
    // Before anything is read of the facts: what was written by then can be seen by then.
    Instant oldest = open.oldest();
    return position.flatMap(this::beginning).filter(from -> sumUp(from, now, oldest)).isPresent();
  }

  private boolean sumUp(Instant from, Instant now, Instant oldestOpen) {
    Instant until = ClaimPolicy.until(from, now, oldestOpen, settings.lag());
    if (!until.isAfter(from)) {
      return false;
    }
    claims.sumUp(from, until);
    claims.mark(outbox.mark());
    return until.equals(from.plus(ClaimPolicy.MOST));
  }

  /** Before anything was summed up, the first fact; none where there is none. */
  private Optional<Instant> beginning(Instant position) {
    return position.equals(Instant.EPOCH) ? claims.first() : Optional.of(position);
  }

  /**
   * Publishes some of what is summed up, once all that it sums up has left: facts are told in the
   * order of their campaigns, and could come later otherwise.
   *
   * @return true where there may be more
   */
  @Transactional
  boolean tell() {
    Instant now = clock.instant();
    if (claims.take().isEmpty() || !outbox.sentUpTo(claims.mark())) {
      return false;
    }
    List<EarningsStated> next = claims.next(AT_ONCE, now);
    next.forEach(this::publish);
    return next.size() == AT_ONCE;
  }

  /** How far the last minute that was summed up lies back; nothing before the first. */
  Duration behind() {
    Instant until = claims.until();
    return until.equals(Instant.EPOCH) ? Duration.ZERO : Duration.between(until, clock.instant());
  }

  private void publish(EarningsStated stated) {
    outbox.append(
        stated.type().topic().topicName(),
        stated.key(),
        stated.type().ceType(),
        stated,
        id(stated));
  }

  /** Derived from what was summed up, so that the same sum can't be told under two ids. */
  private static UUID id(EarningsStated stated) {
    String what =
        "stated:%s:%s:%s"
            .formatted(stated.clipperId(), stated.accrued().currency(), stated.minute());
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
  }
}
