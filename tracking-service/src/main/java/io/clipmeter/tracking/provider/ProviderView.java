package io.clipmeter.tracking.provider;

import io.clipmeter.events.Amount;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import io.clipmeter.tracking.source.call.ProviderCalls;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider as admins see it.
 *
 * @param name what it is called in limits and metrics; of a server with limits of its own that
 *     one's
 * @param source what its readings are marked with; null for one that gives none, as a witness
 * @param platforms whose videos it is asked for, and as which in line, from 1 on
 * @param state whether it is called at present; null for one that is not called over the network
 * @param key whether it serves us, as it said itself; null for one that gives no readings
 * @param perMinute calls allowed in any 60 s, all instances together; null where there is no rate
 * @param today since midnight of the provider's clock; null for one that is not called
 * @param month since the first of the month; null for one that is not called
 * @param cap what the month may cost; null where there is no cap
 * @param quota units that may be used; null where there is no quota
 */
record ProviderView(
    String name,
    @Nullable Source source,
    List<Line> platforms,
    ProviderCalls.@Nullable State state,
    @Nullable Key key,
    @Nullable Integer perMinute,
    @Nullable Used today,
    @Nullable Used month,
    @Nullable Amount cap,
    @Nullable Quota quota) {

  /**
   * @param inLine 1 for the one that is asked first
   */
  record Line(Platform platform, int inLine) {}

  /** What came of checking the key. */
  enum Verdict {
    /** It serves us. */
    GOOD,
    /** It does not, and a person has to act. */
    REFUSED,
    /** It did not say. */
    UNKNOWN
  }

  /**
   * @param detail for people; may be empty
   */
  record Key(Verdict verdict, String detail, Instant checkedAt) {}

  /**
   * @param calls made, of which {@code failed} gave no usable answer
   * @param successRate 0 to 1; null where nothing was called
   * @param averageMs of a call; null where nothing was called
   * @param videos asked for
   * @param units of the provider's quota
   * @param spent at the configured prices
   */
  record Used(
      long calls,
      long failed,
      @Nullable BigDecimal successRate,
      @Nullable Long averageMs,
      long videos,
      long units,
      Amount spent) {}

  /**
   * @param beginsAnewAt when the units used are 0 again
   */
  record Quota(long units, long used, Span period, Instant beginsAnewAt) {}
}
