package io.clipmeter.payout.details;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iban4j.IbanUtil;

/**
 * Reads international bank account numbers (ISO 13616): country, length and structure are those of
 * the registry that iban4j carries, and the checksum must hold.
 */
final class Iban {
  /** Before iban4j, whose messages repeat what was given, and which takes digits of any script. */
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

  private Iban() {}

  /** The number without spaces and in upper case; empty where it is none. */
  static Optional<String> read(String text) {
    String plain = text.replace(" ", "").toUpperCase(Locale.ROOT);
    return FORM.matcher(plain).matches() && IbanUtil.isValid(plain)
        ? Optional.of(plain)
        : Optional.empty();
  }
}
