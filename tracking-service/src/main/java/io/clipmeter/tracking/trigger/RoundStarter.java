package io.clipmeter.tracking.trigger;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.tracking.round.ClaimedRound;
import io.clipmeter.tracking.round.RoundSettings;
import io.clipmeter.tracking.round.Rounds;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.clipmeter.tracking.round.RunningRounds;
import io.clipmeter.tracking.source.usage.Cadence;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Claims what is due and has this instance read it. */
@Component
class RoundStarter {
  private final Rounds rounds;
  private final RunningRounds running;
  private final RoundSettings settings;
  private final Cadence cadence;
  private final Ids ids;
  private final Clock clock;

  RoundStarter(
      Rounds rounds,
      RunningRounds running,
      RoundSettings settings,
      Cadence cadence,
      Ids ids,
      Clock clock) {
    this.rounds = rounds;
    this.cadence = cadence;
    this.running = running;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** Takes up rounds whose reader fell silent, then starts those that are due. */
  void tick() {
    resume();
    Instant now = clock.instant();
    Claim due = Claim.due(cadence.stretch());
    upTo(most(), () -> rounds.claim(due, ids.next(), now), running::begin);
  }

  /** Takes up rounds whose reader fell silent. */
  void resume() {
    Instant now = clock.instant();
    upTo(most(), () -> rounds.resume(now), running::resume);
  }

  /** What this instance has no room for waits, or another one takes it. */
  private int most() {
    return Math.min(settings.claimsPerTick(), running.room());
  }

  private static void upTo(
      int most, Supplier<Optional<ClaimedRound>> claim, Consumer<ClaimedRound> then) {
    for (int i = 0; i < most; i++) {
      Optional<ClaimedRound> round = claim.get();
      if (round.isEmpty()) {
        return;
      }
      then.accept(round.get());
    }
  }
}
