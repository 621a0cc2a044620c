package io.clipmeter.local.launcher.stack;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.process.Part;
import io.clipmeter.local.launcher.process.ProcessId;
import io.clipmeter.local.launcher.process.Waiting;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Takes one part from nothing to ready. */
final class PartStart {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Part part;
  private final StartedParts started;
  private final Progress progress;

  PartStart(Part part, StartedParts started, Progress progress) {
    this.part = part;
    this.started = started;
    this.progress = progress;
  }

  /** Starts the part and returns when it is ready. */
  void run() {
    progress.begins(part.name());
    attempt(
        () -> {
          String note = part.prepare(started.helpers());
          Process process = started.start(part.launch());
          await(process::isAlive, () -> "ended by itself with exit code " + process.exitValue());
          part.furnish();
          progress.ready(part.name(), note);
        });
  }

  /** Returns when the part, which runs already as this process, is ready. */
  void confirm(ProcessId process) {
    attempt(
        () -> {
          await(process::alive, () -> "has ended by itself");
          part.furnish();
          progress.says(part.name(), "runs already");
        });
  }

  private void attempt(Runnable steps) {
    try {
      steps.run();
    } catch (PartFailure e) {
      throw e;
    } catch (Failure | UncheckedIOException | IllegalStateException e) {
      throw new PartFailure(part, "did not start: " + e.getMessage(), e);
    }
  }

  private void await(BooleanSupplier alive, Supplier<String> end) {
    Waiting.until(() -> !alive.getAsBoolean() || part.ready(), part.patience(), BETWEEN_LOOKS);
    if (!alive.getAsBoolean()) {
      throw new PartFailure(part, end.get());
    }
    if (!part.ready()) {
      throw new PartFailure(part, "is not ready after " + part.patience().toSeconds() + " s");
    }
  }
}
