package io.clipmeter.payout.earning;

import io.clipmeter.events.EarningsQuestioned;
import io.clipmeter.events.EarningsStated;

/** What the earnings service says: a fact that moves money, or what facts come to. */
sealed interface Heard permits Earning, Heard.Question, Heard.Statement {

  /** What the facts of a minute come to. */
  record Statement(EarningsStated stated) implements Heard {}

  /** Its books contradict themselves: nothing of it is to be paid out. */
  record Question(EarningsQuestioned questioned) implements Heard {}
}
