package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An admin holds money that a clip has earned: it stays earned, and can't be paid out until it is
 * released. Key: the clipper.
 *
 * @param holdId the hold; also the ce_id
 * @param campaignId the campaign
 * @param clipId the clip, which has the id of its submission
 * @param clipperId whose clip it is: the subject of the clipper's token
 * @param amount held, more than 0
 * @param reason why, for the clipper to read
 * @param expiresAt when it ends by itself; null where an admin ends it
 * @param heldAt when
 */
public record EarningsHeld(
    UUID holdId,
    UUID campaignId,
    UUID clipId,
    String clipperId,
    Amount amount,
    String reason,
    @Nullable Instant expiresAt,
    Instant heldAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public EarningsHeld {
    requireNonNull(holdId, "holdId");
    requireNonNull(campaignId, "campaignId");
    requireNonNull(clipId, "clipId");
    Must.beId(clipperId, "clipperId");
    Must.bePositive(amount, "amount");
    Must.beText(reason, "reason");
    Must.beInstantIfKnown(expiresAt, "expiresAt");
    Must.beInstant(heldAt, "heldAt");
  }

  @Override
  public EventType type() {
    return EventType.EARNINGS_HELD;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
