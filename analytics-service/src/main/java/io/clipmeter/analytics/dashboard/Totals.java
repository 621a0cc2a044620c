package io.clipmeter.analytics.dashboard;

import io.clipmeter.money.Money;

/** A clipper's sums. */
record Totals(long clips, long views, long activeCampaigns) {

  /** In one currency. */
  record Account(Money earned, Money held, Money reserved, Money paid) {

    /** What can be paid out; not below nothing. */
    Money available() {
      Money left = earned.minus(held).minus(reserved).minus(paid);
      return left.isNegative() ? Money.zero(left.currency()) : left;
    }

    String currency() {
      return earned.currency().getCurrencyCode();
    }
  }
}
