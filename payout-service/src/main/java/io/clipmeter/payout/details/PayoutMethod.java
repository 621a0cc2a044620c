package io.clipmeter.payout.details;

/**
 * How a payout is sent. Which ones are offered is configured.
 *
 * @param name 2 to 30 capital letters, digits and underscores: {@code PAYPAL}, {@code BANK}, or any
 *     other that people pay by hand
 */
public record PayoutMethod(String name) {
  /** What a name looks like. */
  public static final String NAME = "[A-Z][A-Z0-9_]{1,29}";

  /** To a PayPal account, by e-mail address. */
  public static final PayoutMethod PAYPAL = new PayoutMethod("PAYPAL");

  /** To a bank account, by IBAN. */
  public static final PayoutMethod BANK = new PayoutMethod("BANK");

  /** Which details a method needs. */
  public enum Kind {
    /** An e-mail address. */
    PAYPAL,
    /** An IBAN and whose account it is. */
    BANK,
    /** Whatever names an account with somebody else. */
    OTHER
  }

  /**
   * @throws IllegalArgumentException where the name is none
   */
  public PayoutMethod {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("a payout method is named " + NAME);
    }
  }

  /** Which details it needs. */
  public Kind kind() {
    return switch (name) {
      case "PAYPAL" -> Kind.PAYPAL;
      case "BANK" -> Kind.BANK;
      default -> Kind.OTHER;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
