package io.clipmeter.payout.schedule;

import static java.math.BigInteger.ZERO;
import static java.util.Objects.requireNonNull;

import io.clipmeter.payout.request.PayoutStatus;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** One clipper's money on paper, from the rules in words. */
final class Purse {
  private static final Set<PayoutStatus> OPEN =
      Set.of(
          PayoutStatus.REQUESTED,
          PayoutStatus.APPROVED,
          PayoutStatus.SENDING,
          PayoutStatus.UNKNOWN);
  private static final BigInteger CENT = BigInteger.valueOf(10_000);
  private static final BigInteger LEAST = BigInteger.valueOf(20_000_000);
  final String clipper;
  final Map<UUID, PayoutStatus> payouts = new TreeMap<>();
  final UUID clip;
  final Map<UUID, Held> holds = new LinkedHashMap<>();
  final List<String> told = new ArrayList<>();
  private final Map<UUID, BigInteger> amounts = new TreeMap<>();
  BigInteger earned = ZERO;

  /** Not payable yet, and neither held nor taken back. */
  BigInteger waits = ZERO;

  BigInteger held = ZERO;
  BigInteger reserved = ZERO;
  BigInteger paid = ZERO;

  Purse(String clipper) {
    this(clipper, UUID.randomUUID());
  }

  private Purse(String clipper, UUID clip) {
    this.clipper = clipper;
    this.clip = clip;
  }

  /** The same earnings, to be tried out. */
  Purse draft() {
    Purse draft = new Purse(clipper, clip);
    draft.becomes(this);
    return draft;
  }

  /** Has the earnings of this one from now on. */
  void becomes(Purse draft) {
    earned = draft.earned;
    waits = draft.waits;
    held = draft.held;
    Map<UUID, Held> kept = new LinkedHashMap<>(draft.holds);
    holds.clear();
    holds.putAll(kept);
  }

  /** What a hold is of, and how much of it was not payable yet and still is not. */
  record Held(BigInteger amount, BigInteger waited) {}

  void holds(UUID hold, BigInteger amount) {
    BigInteger waited = amount.min(waits);
    waits = waits.subtract(waited);
    held = held.add(amount).subtract(waited);
    holds.put(hold, new Held(amount, waited));
  }

  void releases(UUID hold) {
    Held of = requireNonNull(holds.remove(hold));
    waits = waits.add(of.waited());
    held = held.subtract(of.amount()).add(of.waited());
  }

  /** What a hold was of is taken back: what waits of the clip is used up first, all of it. */
  void confiscates(UUID hold) {
    BigInteger amount = amountOf(hold);
    releases(hold);
    takesBack(amount);
  }

  BigInteger amountOf(UUID hold) {
    return requireNonNull(holds.get(hold)).amount();
  }

  void takesBack(BigInteger amount) {
    BigInteger waited = amount.min(waits);
    waits = waits.subtract(waited);
    held = held.subtract(waited);
    earned = earned.subtract(amount);
  }

  void matures() {
    held = held.subtract(waits);
    waits = ZERO;
    holds.replaceAll((hold, of) -> new Held(of.amount(), ZERO));
  }

  /** What of the clip no hold is of. */
  BigInteger unheld() {
    return holds.values().stream().map(Held::amount).reduce(earned, BigInteger::subtract);
  }

  BigInteger available() {
    return earned.subtract(held).subtract(reserved).subtract(paid);
  }

  /** Whether so much may be asked for now. */
  boolean grants(BigInteger amount) {
    return amount.mod(CENT).signum() == 0
        && amount.compareTo(LEAST) >= 0
        && payouts.values().stream().noneMatch(OPEN::contains)
        && amount.compareTo(available()) <= 0;
  }

  /** Whether what is asked for may be approved and sent: not where others' claims ate into it. */
  boolean covers() {
    return available().signum() >= 0;
  }

  void asked(UUID payout, BigInteger amount) {
    payouts.put(payout, PayoutStatus.REQUESTED);
    amounts.put(payout, amount);
    reserved = reserved.add(amount);
    told.add("PAYOUT_REQUESTED " + payout);
  }

  /** Where it goes is allowed from where it is. */
  void goes(UUID payout, PayoutStatus to) {
    payouts.put(payout, to);
    BigInteger amount = amounts.getOrDefault(payout, ZERO);
    switch (to) {
      case PAID -> {
        reserved = reserved.subtract(amount);
        paid = paid.add(amount);
      }
      case REJECTED, CANCELLED, FAILED -> reserved = reserved.subtract(amount);
      case REQUESTED, APPROVED, SENDING, UNKNOWN -> {}
    }
    if (to != PayoutStatus.SENDING && to != PayoutStatus.UNKNOWN) {
      told.add("PAYOUT_" + to + " " + payout);
    }
  }

  /** As the table of balances says it; nothing where nothing was ever earned. */
  String line() {
    return "%s %d %d %d %d".formatted(clipper, earned, held, reserved, paid);
  }
}
