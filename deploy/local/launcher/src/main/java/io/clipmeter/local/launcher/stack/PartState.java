package io.clipmeter.local.launcher.stack;

import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Ports;
import io.clipmeter.local.launcher.machine.ResidentMemory;
import io.clipmeter.local.launcher.process.Part;
import io.clipmeter.local.launcher.process.PidFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How a part is now.
 *
 * @param ports by label, the main one first
 * @param pid 0 when it does not run
 * @param residentMegabytes 0 when it does not run
 */
public record PartState(
    String name, State state, Map<String, Integer> ports, long pid, long residentMegabytes) {
  public enum State {
    /** It serves. */
    READY,
    /** It runs and does not serve (yet). */
    NOT_READY,
    /** It was started and has ended without being told to. */
    DIED,
    /** Nobody started it, or it was stopped. */
    STOPPED
  }

  /** Asks all parts at once. */
  public static List<PartState> of(Stack stack, Ports ports, PidFiles pidFiles) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PartState>> answers = new ArrayList<>();
      stack.parts().forEach(part -> answers.add(threads.submit(() -> of(part, ports, pidFiles))));
      List<PartState> states = new ArrayList<>();
      for (Future<PartState> answer : answers) {
        states.add(answer.get());
      }
      return states;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part could not be asked", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking parts", e);
    }
  }

  private static PartState of(Part part, Ports ports, PidFiles pidFiles) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (Port port : part.ports()) {
      numbers.put(port.label(), ports.of(port));
    }
    Optional<PidFiles.Entry> entry = pidFiles.read(part.name());
    if (entry.isEmpty()) {
      return new PartState(part.name(), State.STOPPED, numbers, 0, 0);
    }
    if (!entry.get().process().alive()) {
      return new PartState(part.name(), State.DIED, numbers, 0, 0);
    }
    long pid = entry.get().process().pid();
    State state = part.answers() ? State.READY : State.NOT_READY;
    return new PartState(part.name(), state, numbers, pid, ResidentMemory.megabytes(pid));
  }
}
