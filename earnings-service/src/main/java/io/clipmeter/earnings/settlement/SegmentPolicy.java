package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.terms.Segment;
import io.clipmeter.earnings.terms.Terms;
import io.clipmeter.earnings.terms.TermsHistory;
import java.math.BigInteger;

/**
 * Which segment a clip's growth falls into, and what it is worth there. A change of price opens a
 * new one at the height that was settled last: growth seen before is paid at the old price, and
 * what the old cap or budget did not pay is not paid later. Pure.
 */
final class SegmentPolicy {
  private static final BigInteger VIEWS = BigInteger.valueOf(1_000);
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private SegmentPolicy() {}

  /** The segment in which these terms pay the clip. */
  static Segment by(Terms terms, ClipReading clip, TermsHistory history) {
    Segment open = clip.segment();
    Long version = open.termsVersion();
    if (version == null || history.at(version).priceAs(terms)) {
      return new Segment(open.views(), open.micros(), open.carry(), terms.version());
    }
    return new Segment(
        clip.highViews(),
        clip.accruedMicros(),
        carry(history.at(version), clip, open),
        terms.version());
  }

  /** After a round that found the budget spent: what grew until then is not owed. */
  static Segment whileOver(Terms terms, ClipReading clip, TermsHistory history) {
    return new Segment(
        clip.viewsAfter(),
        clip.accruedMicros(),
        carry(terms, clip, by(terms, clip, history)),
        terms.version());
  }

  /** A fraction, or all of it below the least views. */
  private static long carry(Terms terms, ClipReading clip, Segment open) {
    BigInteger worth = worth(terms, clip.highViews(), open);
    boolean tooFew = clip.highViews() - clip.baselineViews() < terms.minViews();
    return (tooFew ? worth.min(LARGEST) : worth.mod(VIEWS)).longValueExact();
  }

  /** After the budget ran out: what was not paid then is not owed. */
  static Segment afterRationing(Terms terms, ClipReading clip, long totalMicros) {
    return new Segment(clip.viewsAfter(), totalMicros, 0, terms.version());
  }

  /**
   * What the clip has earned in the segment, in micro-units; an amount beyond 64 bits counts as the
   * largest that fits.
   */
  static long worthMicros(Terms terms, long height, Segment segment) {
    return worth(terms, height, segment).divide(VIEWS).min(LARGEST).longValueExact();
  }

  private static BigInteger worth(Terms terms, long height, Segment segment) {
    return BigInteger.valueOf(height - segment.views())
        .multiply(BigInteger.valueOf(terms.cpm().micros()))
        .add(BigInteger.valueOf(segment.carry()));
  }
}
