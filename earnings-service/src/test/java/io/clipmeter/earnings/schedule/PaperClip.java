package io.clipmeter.earnings.schedule;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A clip on paper. */
final class PaperClip {
  private static final BigInteger VIEWS = BigInteger.valueOf(1_000);
  final UUID id;
  final String clipper;
  final long baseline;
  long high;
  BigInteger accrued = ZERO;
  BigInteger adjusted = ZERO;
  BigInteger held = ZERO;
  boolean told;

  /** What growth was worth and was not paid, in thousandths of a micro-unit. */
  private BigInteger unpaid = ZERO;

  private @Nullable Price last;

  PaperClip(UUID id, String clipper, long baseline) {
    this.id = id;
    this.clipper = clipper;
    this.baseline = baseline;
    this.high = baseline;
  }

  /** What a campaign pays; no cap is null. */
  record Price(BigInteger cpm, @Nullable BigInteger cap, long minViews, BigInteger budget) {
    boolean same(Price other) {
      return cpm.equals(other.cpm)
          && java.util.Objects.equals(cap, other.cap)
          && minViews == other.minViews;
    }
  }

  /** What it is due for what was read of it; nothing is changed yet. */
  record Due(
      PaperClip clip,
      Price price,
      @Nullable Long views,
      long height,
      BigInteger worth,
      BigInteger due,
      String reason) {}

  Due due(Price price, @Nullable Long views, boolean gone) {
    BigInteger before = owedBefore(price);
    if (views == null) {
      return new Due(this, price, null, high, before, ZERO, gone ? "GONE" : "UNREADABLE");
    }
    long height = Math.max(high, views);
    BigInteger worth = before.add(BigInteger.valueOf(height - high).multiply(price.cpm));
    if (height - baseline < price.minViews) {
      return new Due(this, price, views, height, worth, ZERO, "BELOW_MIN_VIEWS");
    }
    BigInteger due = worth.divide(VIEWS);
    BigInteger room = price.cap == null ? due : price.cap.subtract(accrued).max(ZERO);
    if (due.compareTo(room) > 0) {
      return new Due(this, price, views, height, worth, room, "CAPPED");
    }
    String reason = due.signum() > 0 ? "PAID" : "NOT_GROWN";
    return new Due(this, price, views, height, worth, due, reason);
  }

  /** A new price leaves of the old one what was no whole micro-unit, or was not enough to earn. */
  private BigInteger owedBefore(Price price) {
    if (last == null || last.same(price) || high - baseline < last.minViews) {
      return unpaid;
    }
    return unpaid.mod(VIEWS);
  }

  /** Is paid this much; what a budget that ran out did not pay is not owed. */
  void pay(Due due, BigInteger amount, boolean rationed) {
    boolean forgotten = rationed && due.views != null && !due.reason.equals("BELOW_MIN_VIEWS");
    unpaid = forgotten ? ZERO : due.worth.subtract(amount.multiply(VIEWS));
    high = due.height;
    accrued = accrued.add(amount);
    last = due.price;
  }

  /** Grows while there is no money: that is not owed. */
  void over(Due due) {
    if (due.views != null) {
      BigInteger before = owedBefore(due.price);
      unpaid = high - baseline < due.price.minViews ? before : before.mod(VIEWS);
      high = due.height;
      last = due.price;
    }
  }

  BigInteger free() {
    return accrued.add(adjusted).subtract(held);
  }
}
