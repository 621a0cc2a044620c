package io.clipmeter.payout.earning;

import io.clipmeter.events.EarningsStated;

/** What the earnings service says: a fact that moves money, or what facts come to. */
sealed interface Heard permits Earning, Heard.Statement {

  /** What the facts of a minute come to. */
  record Statement(EarningsStated stated) implements Heard {}
}
