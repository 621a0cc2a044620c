package io.clipmeter.tracking.trigger;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.tracking.round.RoundSettings;
import io.clipmeter.tracking.round.Rounds;
import io.clipmeter.tracking.round.RunningRounds;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Waits until rounds are closed, for a bounded time. Another instance may read them, so it looks
 * again now and then.
 */
@Component
class RoundWait {
  private static final ProblemType INVALID_WAIT =
      new ProblemType("invalid-wait", 400, "The wait asked for is not possible");
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Rounds rounds;
  private final RunningRounds running;
  private final Duration longest;

  RoundWait(Rounds rounds, RunningRounds running, RoundSettings settings) {
    this.rounds = rounds;
    this.running = running;
    this.longest = settings.waitMax();
  }

  /** The time to wait; none where nothing was asked. */
  Duration checked(@Nullable Duration asked) {
    if (asked == null) {
      return Duration.ZERO;
    }
    if (asked.isNegative() || asked.compareTo(longest) > 0) {
      throw INVALID_WAIT.because("wait must be PT0S to " + longest + ".");
    }
    return asked;
  }

  void until(List<UUID> ids, Duration patience) {
    if (ids.isEmpty() || patience.isZero()) {
      return;
    }
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (rounds.countOpen(ids) > 0 && System.nanoTime() - deadline < 0) {
        running.awaitAnEnd(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
