package io.clipmeter.payout.details;

/** How a payout is sent. */
public enum PayoutMethod {
  /** To a PayPal account, by e-mail address. */
  PAYPAL,

  /** To a bank account, by IBAN. */
  BANK
}
