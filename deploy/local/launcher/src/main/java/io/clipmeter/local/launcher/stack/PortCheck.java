package io.clipmeter.local.launcher.stack;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Ports;
import io.clipmeter.local.launcher.machine.ProcessTable;
import io.clipmeter.local.launcher.machine.TcpPorts;
import io.clipmeter.local.launcher.process.Part;
import io.clipmeter.local.launcher.process.PidFiles;
import io.clipmeter.local.launcher.process.Waiting;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for taken ports before anything is started, and says who has them and which flag helps. */
public final class PortCheck {
  /** A process that was just killed may still be closing its ports. */
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final Ports ports;
  private final Set<Long> ours;

  /**
   * @param ours the processes whose ports are not a problem
   */
  PortCheck(Ports ports, Set<Long> ours) {
    this.ports = ports;
    this.ours = Set.copyOf(ours);
  }

  /** A check that takes no offence at the processes of the stack itself. */
  public static PortCheck beside(Home home, Stack stack, Ports ports) {
    PidFiles pidFiles = new PidFiles(home);
    return new PortCheck(
        ports,
        stack.parts().stream()
            .map(part -> pidFiles.alive(part.name()))
            .flatMap(Optional::stream)
            .map(entry -> entry.process().pid())
            .collect(Collectors.toSet()));
  }

  /**
   * Makes sure that these parts can open their ports.
   *
   * @throws Failure with one line for each port that somebody else has
   */
  void require(Collection<Part> parts) {
    List<String> problems = problems(parts);
    if (!problems.isEmpty()) {
      throw new Failure(String.join("\n", problems));
    }
  }

  /** One sentence for each port that somebody else has. */
  public List<String> problems(Collection<Part> parts) {
    return parts.stream()
        .flatMap(part -> part.ports().stream())
        .map(this::problem)
        .flatMap(Optional::stream)
        .toList();
  }

  /** What stands in the way of opening this port, if anything does. */
  Optional<String> problem(Port port) {
    int number = ports.of(port);
    if (TcpPorts.free(number)) {
      return Optional.empty();
    }
    OptionalLong holder = TcpPorts.holder(number);
    if (holder.isEmpty() && Waiting.until(() -> TcpPorts.free(number), CLOSING, BETWEEN)) {
      return Optional.empty();
    }
    if (holder.isPresent() && ours.contains(holder.getAsLong())) {
      return Optional.empty();
    }
    return Optional.of(
        "Port %d (%s) is taken by %s: end that process, or choose another port with --port %s=%d."
            .formatted(number, port.label(), name(holder), port.label(), suggestion(number)));
  }

  private static String name(OptionalLong holder) {
    return holder.isPresent()
        ? "process %d (%s)"
            .formatted(holder.getAsLong(), ProcessTable.row(holder.getAsLong()).brief())
        : "a process that this user may not see";
  }

  private static int suggestion(int taken) {
    for (int candidate = taken + 10_000; candidate < 65_000; candidate++) {
      if (TcpPorts.free(candidate)) {
        return candidate;
      }
    }
    return taken + 1;
  }
}
