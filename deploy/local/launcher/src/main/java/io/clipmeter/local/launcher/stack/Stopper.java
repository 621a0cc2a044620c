package io.clipmeter.local.launcher.stack;

import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.process.Ending;
import io.clipmeter.local.launcher.process.Part;
import io.clipmeter.local.launcher.process.PidFiles;
import io.clipmeter.local.launcher.process.ProcessId;
import io.clipmeter.local.launcher.process.Strays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Ends parts: what needs others first, each with time to finish, killed when it takes too long. */
public final class Stopper {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PidFiles pidFiles;
  private final Strays strays;

  public Stopper(Home home) {
    this.pidFiles = new PidFiles(home);
    this.strays = new Strays(home);
  }

  /**
   * Ends those of these parts that run, the last phase first.
   *
   * @param told gets the name of each part that was ended
   */
  public void stop(Stack stack, Collection<String> names, Consumer<String> told) {
    for (List<Part> phase : stack.phases().reversed()) {
      stopTogether(phase.stream().filter(part -> names.contains(part.name())).toList(), told);
    }
  }

  /**
   * Ends everything of this home, also processes whose pid files are lost.
   *
   * @param told gets the name of each part that was ended
   */
  public void stopAll(Stack stack, Consumer<String> told) {
    stop(stack, stack.parts().stream().map(Part::name).toList(), told);
    stopStrays(stack, told);
  }

  /** Ends processes of this home that no pid file knows. */
  void stopStrays(Stack stack, Consumer<String> told) {
    List<ProcessId> known =
        stack.parts().stream()
            .map(part -> pidFiles.alive(part.name()))
            .flatMap(Optional::stream)
            .map(PidFiles.Entry::process)
            .toList();
    for (ProcessId stray : strays.find()) {
      if (!known.contains(stray)) {
        // Both kinds of program, JVMs and the database server, take an interrupt for a quick and
        // orderly end.
        Ending.end(stray, "INT", PATIENCE);
        told.accept("process " + stray.pid());
      }
    }
  }

  private void stopTogether(List<Part> parts, Consumer<String> told) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      parts.forEach(part -> ends.add(threads.submit(() -> stop(part, told))));
      for (Future<?> end : ends) {
        end.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part could not be ended", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop(Part part, Consumer<String> told) {
    Optional<PidFiles.Entry> running = pidFiles.alive(part.name());
    running.ifPresent(entry -> Ending.end(entry.process(), part.endSignal(), PATIENCE));
    pidFiles.delete(part.name());
    running.ifPresent(entry -> told.accept(part.name()));
  }
}
