package io.clipmeter.earnings.receipt;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes a campaign again from its receipts and nothing else, with arithmetic of its own, and
 * names every line that says something else.
 */
final class Recomputation {
  private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

  private final Map<String, Clip> clips = new HashMap<>();
  private final List<String> differences = new ArrayList<>();
  private BigInteger spent = BigInteger.ZERO;

  /** What is known of a clip from its receipts so far. */
  private static final class Clip {
    BigInteger high;
    BigInteger accrued = BigInteger.ZERO;
    BigInteger segmentViews;
    BigInteger segmentMicros = BigInteger.ZERO;
    BigInteger carry = BigInteger.ZERO;
    String price = "";
    BigInteger cpm = BigInteger.ZERO;
    BigInteger minViews = BigInteger.ZERO;

    Clip(BigInteger baseline) {
      high = baseline;
      segmentViews = baseline;
    }
  }

  private Recomputation() {}

  /** The sum of all shares in micro-units, and what does not agree. */
  record Result(long spentMicros, List<String> differences) {}

  static Result of(String csv) {
    Recomputation recomputation = new Recomputation();
    Map<String, List<NamedCsvRecord>> rounds = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(csv)) {
      lines.forEach(
          line ->
              rounds.computeIfAbsent(line.getField("round_id"), r -> new ArrayList<>()).add(line));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    rounds.values().forEach(recomputation::round);
    return new Result(recomputation.spent.longValueExact(), recomputation.differences);
  }

  private void round(List<NamedCsvRecord> lines) {
    List<NamedCsvRecord> byClip = new ArrayList<>(lines);
    byClip.sort(Comparator.comparing(line -> line.getField("clip")));
    List<BigInteger> dues = byClip.stream().map(this::due).toList();
    BigInteger total = dues.stream().reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger given =
        byClip.stream().map(l -> micros(l, "share")).reduce(BigInteger.ZERO, BigInteger::add);
    boolean rationed = byClip.stream().anyMatch(l -> l.getField("reason").equals("RATIONED"));
    List<BigInteger> shares = rationed ? proRata(dues, total, given) : dues;
    for (int i = 0; i < shares.size(); i++) {
      pay(byClip.get(i), shares.get(i), rationed);
    }
    spent = spent.add(given);
  }

  private BigInteger due(NamedCsvRecord line) {
    Clip clip =
        clips.computeIfAbsent(
            line.getField("clip"), id -> new Clip(number(line, "baseline_views")));
    reprice(clip, line);
    grewUnpaid(clip, line);
    expect(line, "views_before", clip.high, number(line, "views_before"));
    BigInteger due = BigInteger.ZERO;
    if (!line.getField("read_views").isEmpty()) {
      BigInteger after = clip.high.max(number(line, "read_views"));
      BigInteger growth = after.subtract(number(line, "baseline_views"));
      if (growth.compareTo(clip.minViews) >= 0) {
        BigInteger worth = worth(clip, after).divide(THOUSAND);
        due = worth.subtract(clip.accrued.subtract(clip.segmentMicros)).max(BigInteger.ZERO);
        if (!line.getField("clip_cap").isEmpty()) {
          due = due.min(micros(line, "clip_cap").subtract(clip.accrued).max(BigInteger.ZERO));
        }
      }
      clip.high = after;
    }
    expect(line, "views_after", clip.high, number(line, "views_after"));
    expect(line, "due", due, micros(line, "due"));
    return due;
  }

  /**
   * A height above the last receipt's: what grew between them found no money, and earns nothing.
   */
  private static void grewUnpaid(Clip clip, NamedCsvRecord line) {
    BigInteger before = number(line, "views_before");
    if (before.compareTo(clip.high) > 0) {
      close(clip, line);
      clip.segmentViews = before;
      clip.high = before;
    }
  }

  private static void close(Clip clip, NamedCsvRecord line) {
    BigInteger worth = worth(clip, clip.high);
    boolean tooFew =
        clip.high.subtract(number(line, "baseline_views")).compareTo(clip.minViews) < 0;
    clip.carry = tooFew ? worth : worth.mod(THOUSAND);
    clip.segmentViews = clip.high;
    clip.segmentMicros = clip.accrued;
  }

  private static void reprice(Clip clip, NamedCsvRecord line) {
    String price =
        line.getField("cpm") + "/" + line.getField("clip_cap") + "/" + line.getField("min_views");
    if (!clip.price.isEmpty() && !clip.price.equals(price)) {
      close(clip, line);
    }
    clip.price = price;
    clip.cpm = micros(line, "cpm");
    clip.minViews = number(line, "min_views");
  }

  private static BigInteger worth(Clip clip, BigInteger height) {
    return height.subtract(clip.segmentViews).multiply(clip.cpm).add(clip.carry);
  }

  private void pay(NamedCsvRecord line, BigInteger share, boolean rationed) {
    Clip clip = requireNonNull(clips.get(line.getField("clip")));
    clip.accrued = clip.accrued.add(share);
    expect(line, "share", share, micros(line, "share"));
    expect(line, "total", clip.accrued, micros(line, "total"));
    if (rationed
        && !line.getField("read_views").isEmpty()
        && !line.getField("reason").equals("BELOW_MIN_VIEWS")) {
      clip.segmentViews = clip.high;
      clip.segmentMicros = clip.accrued;
      clip.carry = BigInteger.ZERO;
    }
  }

  /** Largest remainders first, ties to the lower clip id. */
  private static List<BigInteger> proRata(
      List<BigInteger> dues, BigInteger total, BigInteger given) {
    List<BigInteger> shares = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    BigInteger left = given;
    for (int i = 0; i < dues.size(); i++) {
      shares.add(dues.get(i).multiply(given).divide(total));
      left = left.subtract(shares.get(i));
      order.add(i);
    }
    order.sort(
        Comparator.comparing((Integer i) -> dues.get(i).multiply(given).mod(total)).reversed());
    for (int i = 0; i < left.intValueExact(); i++) {
      shares.set(order.get(i), shares.get(order.get(i)).add(BigInteger.ONE));
    }
    return shares;
  }

  private void expect(NamedCsvRecord line, String what, BigInteger computed, BigInteger said) {
    if (!computed.equals(said)) {
      differences.add(
          line.getField("round")
              + " "
              + line.getField("clip")
              + ": "
              + what
              + " "
              + said
              + " is "
              + computed);
    }
  }

  private static BigInteger number(NamedCsvRecord line, String field) {
    return new BigInteger(line.getField(field));
  }

  private static BigInteger micros(NamedCsvRecord line, String field) {
    return new BigDecimal(line.getField(field)).movePointRight(6).toBigIntegerExact();
  }
}
