package io.clipmeter.payout.details;

/** Where to send the money. Personal data: its text form is masked, so that no log can show it. */
public sealed interface PayoutDetails {
  /** What may be shown to anybody who sees the payout. */
  String masked();

  /**
   * A PayPal account.
   *
   * @param email a well-formed address
   */
  record PayPal(String email) implements PayoutDetails {
    @Override
    public String masked() {
      int at = email.lastIndexOf('@');
      return email.substring(0, at > 1 ? 1 : 0) + "***" + email.substring(at);
    }

    @Override
    public String toString() {
      return masked();
    }
  }

  /**
   * A bank account.
   *
   * @param iban without spaces, its checksum right
   * @param accountHolder whose account it is
   */
  record BankAccount(String iban, String accountHolder) implements PayoutDetails {
    @Override
    public String masked() {
      return "****" + iban.substring(iban.length() - 4);
    }

    @Override
    public String toString() {
      return masked();
    }
  }

  /**
   * An account with somebody else, that a person pays to by hand.
   *
   * @param account what names it there
   */
  record Account(String account) implements PayoutDetails {
    private static final int SHOWN = 2;
    private static final int LONG_ENOUGH = 8;

    /** The last two characters, where that leaves enough that is hidden. */
    @Override
    public String masked() {
      int characters = account.codePointCount(0, account.length());
      return characters < LONG_ENOUGH
          ? "***"
          : "***" + account.substring(account.offsetByCodePoints(account.length(), -SHOWN));
    }

    @Override
    public String toString() {
      return masked();
    }
  }
}
