package io.clipmeter.local.simulator.run;

/** Where a run stands. */
public enum RunStatus {
  READY("READY"),
  RUNNING("RUNNING"),
  SUCCEEDED("SUCCEEDED"),
  FAILED("FAILED"),
  TIMED_OUT("TIMED-OUT"),
  ABORTED("ABORTED");

  private final String word;

  RunStatus(String word) {
    this.word = word;
  }

  /** As the API writes it. */
  public String word() {
    return word;
  }

  /** Whether nothing more will happen. */
  public boolean isTerminal() {
    return switch (this) {
      case READY, RUNNING -> false;
      case SUCCEEDED, FAILED, TIMED_OUT, ABORTED -> true;
    };
  }
}
