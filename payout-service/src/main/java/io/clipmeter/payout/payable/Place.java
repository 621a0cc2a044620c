package io.clipmeter.payout.payable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * A place in the list, which is ordered by clipper and currency.
 *
 * @param clipperId empty before the first
 */
record Place(String clipperId, String currency) {
  static final Place BEFORE_ALL = new Place("", "");
  private static final int CURRENCY_LENGTH = 3;

  /** The place of this one. */
  static Place of(Payable payable) {
    return new Place(payable.clipperId(), payable.amount().currency().getCurrencyCode());
  }

  /** This place as callers hand it back. */
  String token() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((currency + clipperId).getBytes(UTF_8));
  }

  /**
   * @throws IllegalArgumentException where it is no token
   */
  static Place read(String token) {
    String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
    if (!text.matches("[A-Z]{3}[^\\x00\uFFFD]{1,255}")) {
      throw new IllegalArgumentException("not a page token");
    }
    return new Place(text.substring(CURRENCY_LENGTH), text.substring(0, CURRENCY_LENGTH));
  }
}
