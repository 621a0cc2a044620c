package io.clipmeter.local.simulator;

/** The simulator cannot start; the message is one sentence for the person at the keyboard. */
final class CannotStart extends Exception {
  private static final long serialVersionUID = 1;

  CannotStart(String sentence) {
    super(sentence, null, false, false);
  }
}
