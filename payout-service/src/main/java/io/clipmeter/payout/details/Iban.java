package io.clipmeter.payout.details;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads international bank account numbers (ISO 13616). */
final class Iban {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private Iban() {}

  /** The number without spaces and in upper case; empty where form or checksum are wrong. */
  static Optional<String> read(String text) {
    String plain = text.replace(" ", "").toUpperCase(Locale.ROOT);
    return FORM.matcher(plain).matches() && checksumHolds(plain)
        ? Optional.of(plain)
        : Optional.empty();
  }

  /** ISO 7064 mod 97-10: country and check digits to the end, letters as 10 to 35, rest 1. */
  private static boolean checksumHolds(String iban) {
    StringBuilder digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }
}
