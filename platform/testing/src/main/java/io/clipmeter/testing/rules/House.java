package io.clipmeter.testing.rules;

import java.util.List;
import java.util.stream.Stream;

/** The modules of the house, as ArchUnit's patterns of packages. */
final class House {

  static final List<String> SERVICES =
      List.of("submission", "tracking", "earnings", "payout", "analytics", "gateway");

  static final String EVERYTHING = "io.clipmeter..";

  private House() {}

  /** A module and all below it. */
  static String module(String name) {
    return "io.clipmeter." + name + "..";
  }

  static String[] modules(String... names) {
    return Stream.of(names).map(House::module).toArray(String[]::new);
  }

  static String[] otherServices(String service) {
    return SERVICES.stream()
        .filter(other -> !other.equals(service))
        .map(House::module)
        .toArray(String[]::new);
  }

  /** What is not business code and so free of its rules: plumbing, test tools, the local stack. */
  static String[] plumbing() {
    return modules("chassis", "testing", "local");
  }
}
