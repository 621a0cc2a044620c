package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * An admin corrected what a clip has earned: a bonus, or a clawback. Key: the clipper.
 *
 * @param adjustmentId the adjustment; also the ce_id
 * @param campaignId the campaign
 * @param clipId the clip, which has the id of its submission
 * @param clipperId whose clip it is: the subject of the clipper's token
 * @param amount added to what the clip has earned; negative where it is taken back, never 0
 * @param adjustedTotal all adjustments of the clip so far, this one included; what its views earned
 *     is told by {@link EarningsAccrued}, and is not changed by this
 * @param reason why, for the clipper to read
 * @param adjustedAt when
 */
public record EarningsAdjusted(
    UUID adjustmentId,
    UUID campaignId,
    UUID clipId,
    String clipperId,
    Amount amount,
    Amount adjustedTotal,
    String reason,
    Instant adjustedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public EarningsAdjusted {
    requireNonNull(adjustmentId, "adjustmentId");
    requireNonNull(campaignId, "campaignId");
    requireNonNull(clipId, "clipId");
    Must.beId(clipperId, "clipperId");
    Must.notBeNothing(amount, "amount");
    Must.shareCurrency(amount, adjustedTotal);
    Must.beText(reason, "reason");
    Must.beInstant(adjustedAt, "adjustedAt");
  }

  @Override
  public EventType type() {
    return EventType.EARNINGS_ADJUSTED;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
