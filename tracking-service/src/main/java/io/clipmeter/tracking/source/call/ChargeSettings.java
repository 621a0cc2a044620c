package io.clipmeter.tracking.source.call;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a provider charges and how much of it we use at most, all instances together.
 *
 * @param perCallUsd price of a call that reads videos, up to 6 decimals
 * @param perVideoUsd price of each video that is asked for, up to 6 decimals
 * @param monthlyCapUsd what a month may cost; nothing is called beyond it; none where left out
 * @param quota units that may be used in one period; none where left out
 * @param quotaPeriod after which the quota begins anew
 * @param zone whose midnights begin days and months
 */
public record ChargeSettings(
    @DefaultValue("0") BigDecimal perCallUsd,
    @DefaultValue("0") BigDecimal perVideoUsd,
    @Nullable BigDecimal monthlyCapUsd,
    @Nullable Long quota,
    @DefaultValue("DAY") Span quotaPeriod,
    @DefaultValue("UTC") ZoneId zone) {

  /** Nothing is charged and nothing is limited. */
  public static final ChargeSettings FREE =
      new ChargeSettings(BigDecimal.ZERO, BigDecimal.ZERO, null, null, Span.DAY, ZoneId.of("UTC"));

  /** A stretch of time that is counted by itself. */
  public enum Span {
    /** A calendar day. */
    DAY,
    /** A calendar month. */
    MONTH;

    /** The first day of the stretch that this day belongs to. */
    public LocalDate startOf(LocalDate day) {
      return this == DAY ? day : day.withDayOfMonth(1);
    }

    /** The first day after the stretch that this day belongs to. */
    public LocalDate endOf(LocalDate day) {
      return this == DAY ? day.plusDays(1) : day.withDayOfMonth(1).plusMonths(1);
    }
  }

  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  public ChargeSettings {
    price("per-call-usd", perCallUsd);
    price("per-video-usd", perVideoUsd);
    if (monthlyCapUsd != null) {
      price("monthly-cap-usd", monthlyCapUsd);
    }
    if (quota != null && quota < 1) {
      throw new IllegalArgumentException("charges.quota must be 1 or more, not " + quota);
    }
  }

  private static void price(String name, BigDecimal usd) {
    BigDecimal plain = usd.stripTrailingZeros();
    if (usd.signum() < 0 || plain.scale() > 6 || usd.compareTo(BigDecimal.valueOf(1e9)) > 0) {
      throw new IllegalArgumentException(
          "charges.%s must be 0 or more with up to 6 decimals, not %s"
              .formatted(name, usd.toPlainString()));
    }
  }

  /** The price of a call, in millionths of a US dollar. */
  public long priceMicros(Use use) {
    boolean paid = use.videos() > 0 || use.units() > 0;
    long call = paid ? micros(perCallUsd) : 0;
    return Math.addExact(call, Math.multiplyExact(micros(perVideoUsd), (long) use.videos()));
  }

  /** What a call that ended like this did not cost after all, of its price. */
  public long backMicros(Use use, Allowance.End end) {
    return switch (end) {
      case OK, FAILED -> 0;
      case REFUSED, UNREACHED, NOT_CALLED -> priceMicros(use);
    };
  }

  /** What a month may cost, in millionths of a US dollar; null where there is no cap. */
  public @Nullable Long capMicros() {
    return monthlyCapUsd == null ? null : micros(monthlyCapUsd);
  }

  private static long micros(BigDecimal usd) {
    return usd.movePointRight(6).longValueExact();
  }
}
