package io.clipmeter.tracking.trigger;

import io.clipmeter.tracking.round.ClaimedRound;
import io.clipmeter.tracking.round.Round;
import io.clipmeter.tracking.trigger.UpdateDesk.Update;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was set going.
 *
 * @param message how many rounds were started and joined
 */
record UpdateAnswer(boolean success, String message, List<StartedRound> rounds) {

  /**
   * @param joined true where the round was open before
   */
  record StartedRound(UUID roundId, UUID campaignId, long number, boolean joined) {
    static StartedRound of(ClaimedRound round) {
      return new StartedRound(round.id(), round.campaignId(), round.number(), false);
    }

    static StartedRound of(Round round) {
      return new StartedRound(round.id(), round.campaignId(), round.number(), true);
    }
  }

  static UpdateAnswer of(Update update) {
    List<StartedRound> rounds =
        Stream.concat(
                update.claimed().stream().map(StartedRound::of),
                update.joined().stream().map(StartedRound::of))
            .toList();
    return new UpdateAnswer(true, message(update), rounds);
  }

  private static String message(Update update) {
    int started = update.claimed().size();
    int joined = update.joined().size();
    return (started == 1 ? "1 round started" : started + " rounds started")
        + (joined == 0 ? "" : ", " + joined + " joined");
  }
}
