package io.clipmeter.local.simulator;

import io.clipmeter.local.simulator.run.RunTimes;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * What the simulator is told by its environment.
 *
 * @param port 0 for any free one
 * @param stateDirectory where ticks, runs and deleted videos survive a restart
 * @param viewsFile recorded views to replay; empty for the seeded model
 * @param tick how long a tick lasts; empty when only a call moves it on
 * @param seed of the seeded model
 */
record SimulatorSettings(
    int port, Path stateDirectory, Optional<Path> viewsFile, Optional<Duration> tick, long seed) {
  private static final String PORT_DEFAULT = "8111";
  private static final String STATE_DEFAULT = ".clipmeter/simulator";
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration RUN_TIME_MAX = Duration.ofHours(1);
  private static final Duration TICK_MAX = Duration.ofDays(365);

  /** Reads the environment; an empty variable counts as absent. */
  static SimulatorSettings of(Map<String, String> environment) throws CannotStart {
    return new SimulatorSettings(
        port(text(environment, "SIMULATOR_PORT").orElse(PORT_DEFAULT)),
        path("SIMULATOR_STATE_DIR", text(environment, "SIMULATOR_STATE_DIR").orElse(STATE_DEFAULT)),
        viewsFile(environment),
        tick(environment),
        seed(text(environment, "SIMULATOR_SEED").orElse("1")));
  }

  private static int port(String text) throws CannotStart {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    throw new CannotStart("SIMULATOR_PORT must be a port from 0 to 65535, not " + text + ".");
  }

  private static Optional<Path> viewsFile(Map<String, String> environment) throws CannotStart {
    Optional<String> text = text(environment, "SIMULATOR_VIEWS_FILE");
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(path("SIMULATOR_VIEWS_FILE", text.get()));
  }

  private static Optional<Duration> tick(Map<String, String> environment) throws CannotStart {
    return duration(environment, "SIMULATOR_TICK", TICK_MAX, "P365D");
  }

  /** How long runs take: as usual, or as long as the environment says, whatever they have to do. */
  static RunTimes times(Map<String, String> environment) throws CannotStart {
    return duration(environment, "SIMULATOR_RUN_TIME", RUN_TIME_MAX, "PT1H")
        .map(RunTimes.USUAL::taking)
        .orElse(RunTimes.USUAL);
  }

  private static Optional<Duration> duration(
      Map<String, String> environment, String name, Duration most, String mostShown)
      throws CannotStart {
    Optional<String> text = text(environment, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Duration duration = Duration.parse(text.get());
      if (duration.compareTo(LEAST) >= 0 && duration.compareTo(most) <= 0) {
        return Optional.of(duration);
      }
    } catch (DateTimeParseException notADuration) {
      // Refused below, like one out of its range.
    }
    throw new CannotStart(
        "%s must be a duration such as PT30S, PT0.1S to %s, not %s."
            .formatted(name, mostShown, text.get()));
  }

  private static long seed(String text) throws CannotStart {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw new CannotStart("SIMULATOR_SEED must be an integer, not " + text + ".");
    }
  }

  private static Path path(String name, String text) throws CannotStart {
    try {
      return Path.of(text);
    } catch (InvalidPathException notAPath) {
      throw new CannotStart(name + " is not a path: " + text + ".");
    }
  }

  private static Optional<String> text(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
