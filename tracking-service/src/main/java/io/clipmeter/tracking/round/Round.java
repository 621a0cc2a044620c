package io.clipmeter.tracking.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round as it stands.
 *
 * @param number the campaign's rounds in order, from 1
 * @param clips how many clips the campaign had when the round was claimed
 * @param read how many of them have an outcome
 * @param observed how many of them gave a number
 * @param unavailable how many did not
 * @param unreadable how many of the unavailable may be read again
 * @param closedAt when the last outcome came; null while the round is open
 */
public record Round(
    UUID id,
    UUID campaignId,
    long number,
    Status status,
    int clips,
    int read,
    int observed,
    int unavailable,
    int unreadable,
    Instant claimedAt,
    @Nullable Instant closedAt) {

  /** OPEN until every clip has an outcome. */
  public enum Status {
    OPEN,
    CLOSED
  }

  /** How many of a hundred clips gave a number, to one decimal. */
  BigDecimal successPercent() {
    return BigDecimal.valueOf(100L * observed)
        .divide(BigDecimal.valueOf(clips), 1, RoundingMode.HALF_UP);
  }
}
