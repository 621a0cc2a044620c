package io.clipmeter.local.launcher.stack;

import io.clipmeter.local.launcher.process.Part;

/** A part did not become ready. */
final class PartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Part part;

  /**
   * @param reason what happened, as the end of a sentence about the part
   */
  PartFailure(Part part, String reason, Throwable cause) {
    super(reason, cause);
    this.part = part;
  }

  PartFailure(Part part, String reason) {
    super(reason);
    this.part = part;
  }

  Part part() {
    return part;
  }
}
