package io.clipmeter.e2e.replay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a campaign must have paid, computed from the recording alone: each video earns for the
 * growth from its first day on, highest count against highest count, and the round that would take
 * more than is left shares the rest.
 */
final class Expected {
  private static final int WAITS = 3;

  private final Recording recording;
  private final BigInteger budget;
  private final BigDecimal cpm;
  private final Map<Video, String> clipIds;
  private final Map<Video, BigInteger> paid = new HashMap<>();
  private final Map<Video, Long> read = new HashMap<>();
  private BigInteger spent = BigInteger.ZERO;
  private int waited;
  private boolean complete;
  private int falls;

  /**
   * @param budget in micro-units
   * @param cpm in units of the currency
   * @param clipIds of all videos in the campaign; they break ties
   */
  Expected(Recording recording, BigInteger budget, BigDecimal cpm, Map<Video, String> clipIds) {
    this.recording = recording;
    this.budget = budget;
    this.cpm = cpm;
    this.clipIds = clipIds;
  }

  /** Settles a round that was read on this day. */
  void round(LocalDate day) {
    if (complete) {
      return;
    }
    List<Video> clips =
        clipIds.keySet().stream()
            .filter(video -> !counts(video).firstKey().isAfter(day))
            .sorted(Comparator.comparing(clipIds::get))
            .toList();
    clips.forEach(video -> read(video, day));
    Map<Video, BigInteger> dues = new HashMap<>();
    clips.stream().filter(read::containsKey).forEach(video -> dues.put(video, due(video)));
    BigInteger total = dues.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger left = budget.subtract(spent);
    boolean takesAll = total.compareTo(left) >= 0;
    if (takesAll && waited < WAITS && read.size() < clips.size()) {
      waited++;
      return;
    }
    pay(clips, total.compareTo(left) > 0 ? shares(dues, total, left) : dues);
    complete = takesAll;
    waited = 0;
    read.clear();
  }

  private java.util.NavigableMap<LocalDate, Long> counts(Video video) {
    return java.util.Objects.requireNonNull(recording.views().get(video));
  }

  /** A count of nothing after something can't be true and counts as not read. */
  private void read(Video video, LocalDate day) {
    Long count = counts(video).get(day);
    if (count == null) {
      return;
    }
    if (count == 0 && counts(video).headMap(day, false).values().stream().anyMatch(c -> c > 0)) {
      falls++;
      return;
    }
    read.merge(video, count, Math::max);
  }

  private BigInteger due(Video video) {
    long baseline = counts(video).firstEntry().getValue();
    long growth = Math.max(0, Optional.ofNullable(read.get(video)).orElse(0L) - baseline);
    BigInteger earned =
        cpm.multiply(BigDecimal.valueOf(growth))
            .movePointLeft(3)
            .movePointRight(6)
            .setScale(0, RoundingMode.DOWN)
            .toBigIntegerExact();
    return earned.subtract(paid(video)).max(BigInteger.ZERO);
  }

  private Map<Video, BigInteger> shares(
      Map<Video, BigInteger> dues, BigInteger total, BigInteger left) {
    Map<Video, BigInteger> shares = new HashMap<>();
    Map<Video, BigInteger> rests = new HashMap<>();
    BigInteger given = BigInteger.ZERO;
    for (Map.Entry<Video, BigInteger> due : dues.entrySet()) {
      BigInteger[] parts = due.getValue().multiply(left).divideAndRemainder(total);
      shares.put(due.getKey(), parts[0]);
      rests.put(due.getKey(), parts[1]);
      given = given.add(parts[0]);
    }
    List<Video> order = new ArrayList<>(dues.keySet());
    order.sort(
        Comparator.comparing((Video video) -> rests.get(video), Comparator.reverseOrder())
            .thenComparing(clipIds::get));
    order.stream()
        .limit(left.subtract(given).longValueExact())
        .forEach(video -> shares.merge(video, BigInteger.ONE, BigInteger::add));
    return shares;
  }

  private void pay(List<Video> clips, Map<Video, BigInteger> amounts) {
    for (Video video : clips) {
      BigInteger amount = amounts.getOrDefault(video, BigInteger.ZERO);
      paid.merge(video, amount, BigInteger::add);
      spent = spent.add(amount);
    }
  }

  /** What the video has earned, in micro-units. */
  BigInteger paid(Video video) {
    return paid.getOrDefault(video, BigInteger.ZERO);
  }

  BigInteger spent() {
    return spent;
  }

  boolean complete() {
    return complete;
  }

  /** How often a video was counted as nothing after something. */
  int falls() {
    return falls;
  }
}
