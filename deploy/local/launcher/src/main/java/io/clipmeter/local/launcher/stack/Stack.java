package io.clipmeter.local.launcher.stack;

import io.clipmeter.local.launcher.engine.Kafka;
import io.clipmeter.local.launcher.engine.Postgres;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Secrets;
import io.clipmeter.local.launcher.home.Settings;
import io.clipmeter.local.launcher.process.Part;
import io.clipmeter.local.launcher.service.Services;
import java.util.Collection;
import java.util.List;

/**
 * All parts in the order in which they start.
 *
 * @param phases each phase needs the ones before it to be ready
 */
public record Stack(List<List<Part>> phases) {
  public Stack {
    phases = List.copyOf(phases);
  }

  /** The whole suite: engines, then what stands in for the outer world, then the services. */
  public static Stack of(Home home, Settings settings) {
    Secrets secrets = new Secrets(home);
    Services services = new Services(home, settings, secrets);
    List<Part> engines =
        List.of(new Postgres(home, settings.ports(), secrets), new Kafka(home, settings.ports()));
    return new Stack(List.of(engines, services.helpers(), services.services()));
  }

  public List<Part> parts() {
    return phases.stream().flatMap(Collection::stream).toList();
  }

  /**
   * The part of this name.
   *
   * @throws Failure that lists the names when there is none
   */
  public Part part(String name) {
    return parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    "There is no part of the name '%s'; there are %s."
                        .formatted(
                            name, String.join(", ", parts().stream().map(Part::name).toList()))));
  }
}
