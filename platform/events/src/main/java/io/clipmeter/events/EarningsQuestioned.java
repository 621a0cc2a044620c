package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The books of earnings contradict themselves: nothing of what is named is to be paid out until a
 * person has looked. Said once for each finding and each clipper concerned: those with clips in the
 * campaign whose sums disagree, also those who come later while it stands; or once for a whole
 * currency, where no campaign can be named. It moves nothing, and no event takes it back. Key: the
 * clipper; the currency where there is none.
 *
 * @param findingId what was found: the same for all clippers concerned, another where the same is
 *     found again after it was gone
 * @param campaignId the campaign whose sums disagree; null with the clipper
 * @param clipperId whose earnings are in doubt: the subject of the clipper's token; null where it
 *     is everybody's in the currency
 * @param currency ISO 4217 code of what is in doubt
 * @param finding what disagrees, such as {@code CLIPS}: a name that stays, for people and logs
 * @param questionedAt when it was said
 */
public record EarningsQuestioned(
    UUID findingId,
    @Nullable UUID campaignId,
    @Nullable String clipperId,
    String currency,
    String finding,
    Instant questionedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public EarningsQuestioned {
    requireNonNull(findingId, "findingId");
    if (clipperId != null) {
      Must.beId(clipperId, "clipperId");
    }
    Must.beCurrency(currency, "currency");
    Must.beText(finding, "finding");
    Must.beInstant(questionedAt, "questionedAt");
  }

  @Override
  public EventType type() {
    return EventType.EARNINGS_QUESTIONED;
  }

  @Override
  public String key() {
    return clipperId == null ? currency : clipperId;
  }
}
