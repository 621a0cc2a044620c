package io.clipmeter.local.simulator.recording;

import java.nio.file.Path;

/** A views file that cannot be served; the message is one sentence that names the line. */
public final class BadViewsFile extends Exception {
  private static final long serialVersionUID = 1;

  BadViewsFile(Path file, long line, String what) {
    super("Views file %s, line %d: %s.".formatted(file, line, what));
  }

  BadViewsFile(Path file, String what) {
    super("Views file %s %s.".formatted(file, what));
  }
}
