package io.clipmeter.local.launcher.home;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of all ports.
 *
 * @param changed those that differ from the usual number, 1 to 65535, no number twice
 */
public record Ports(Map<Port, Integer> changed) {
  public static final Ports USUAL = new Ports(Map.of());

  public Ports {
    changed = Map.copyOf(changed);
    changed.forEach(Ports::requireInRange);
    requireDistinct(changed);
  }

  /** The number of this port. */
  public int of(Port port) {
    return changed.getOrDefault(port, port.usual());
  }

  /**
   * These ports after {@code --port} options such as {@code gateway=8081}.
   *
   * @throws Failure when an option names no port, no number or a number that another part has
   */
  public Ports with(List<String> options) {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    numbers.putAll(changed);
    for (String option : options) {
      int equals = option.indexOf('=');
      if (equals < 0) {
        throw new Failure(
            "--port takes PART=NUMBER, for example gateway=8081, and got '" + option + "'.");
      }
      Port port = Port.labelled(option.substring(0, equals));
      numbers.put(port, number(option, option.substring(equals + 1)));
      numbers.remove(port, port.usual());
    }
    return new Ports(numbers);
  }

  private static int number(String option, String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new Failure("--port " + option + ": '" + digits + "' is no number.", e);
    }
  }

  private static void requireInRange(Port port, int number) {
    if (number < 1 || number > 65_535) {
      throw new Failure(
          "The port of %s must be 1 to 65535, not %d.".formatted(port.label(), number));
    }
  }

  private static void requireDistinct(Map<Port, Integer> changed) {
    Map<Integer, Port> holders = new HashMap<>();
    for (Port port : Port.values()) {
      int number = changed.getOrDefault(port, port.usual());
      Port other = holders.putIfAbsent(number, port);
      if (other != null) {
        throw new Failure(
            "%s and %s cannot both have port %d.".formatted(other.label(), port.label(), number));
      }
    }
  }
}
