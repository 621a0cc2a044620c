package io.clipmeter.earnings.schedule;

import io.clipmeter.earnings.schedule.Paper.Facts;
import io.clipmeter.earnings.schedule.PaperClip.Due;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be told of a campaign, in this order and once. */
final class PaperNews {
  final List<String> told = new ArrayList<>();

  /** Parts of a line. */
  static String line(Object... parts) {
    return Stream.of(parts).map(String::valueOf).collect(Collectors.joining(" "));
  }

  void budget(UUID round, boolean held, BigInteger budget, BigInteger spent) {
    told.add(line("BUDGET", round, held, budget, spent));
  }

  void accrued(Facts round, Due due, BigInteger amount) {
    if (amount.signum() > 0) {
      told.add(line("ACCRUED", round.id(), due.clip().id, amount, due.clip().accrued));
    }
  }

  void last(PaperClip clip) {
    told.add(line("FINAL", clip.id, clip.accrued, clip.high));
  }

  void completed(String what) {
    told.add("COMPLETED " + what);
  }

  void corrected(String kind, PaperClip clip, BigInteger amount) {
    told.add(line(kind, clip.id, amount));
  }
}
