package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one clip earned in the settlement of one round. Key: the clipper.
 *
 * @param accrualId derived from round and clip, so that it is the same however often it is said;
 *     also the ce_id
 * @param campaignId the campaign
 * @param clipId the clip, which has the id of its submission
 * @param clipperId who earned it: the subject of the clipper's token
 * @param roundId the round that was settled
 * @param amount earned in this round, 0 or more
 * @param clipTotal earned by the clip so far, this amount included
 * @param viewsBefore the highest count that had been paid before
 * @param viewsAfter the highest count that is paid now
 * @param cpm the price of 1,000 views that applied
 * @param rationed whether the budget did not reach and this is a fair share of what was left
 * @param accruedAt when the round was settled
 * @param payableAt from when on it can be paid out; null for at once
 */
public record EarningsAccrued(
    UUID accrualId,
    UUID campaignId,
    UUID clipId,
    String clipperId,
    UUID roundId,
    Amount amount,
    Amount clipTotal,
    long viewsBefore,
    long viewsAfter,
    Amount cpm,
    boolean rationed,
    Instant accruedAt,
    @Nullable Instant payableAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public EarningsAccrued {
    requireNonNull(accrualId, "accrualId");
    requireNonNull(campaignId, "campaignId");
    requireNonNull(clipId, "clipId");
    Must.beId(clipperId, "clipperId");
    requireNonNull(roundId, "roundId");
    Must.notBeNegative(amount, "amount");
    Must.notBeNegative(clipTotal, "clipTotal");
    Must.notBeNegative(viewsBefore, "viewsBefore");
    Must.notBeNegative(viewsAfter, "viewsAfter");
    Must.notBeNegative(cpm, "cpm");
    Must.beInstant(accruedAt, "accruedAt");
    Must.beInstantIfKnown(payableAt, "payableAt");
    Must.notExceed(amount, clipTotal, "amount");
    Must.shareCurrency(amount, cpm);
    if (payableAt != null && payableAt.isBefore(accruedAt)) {
      throw new IllegalArgumentException("payableAt must not be before accruedAt");
    }
    if (viewsAfter < viewsBefore) {
      throw new IllegalArgumentException("viewsAfter must not be below viewsBefore");
    }
  }

  @Override
  public EventType type() {
    return EventType.EARNINGS_ACCRUED;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
