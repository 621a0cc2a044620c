package io.clipmeter.local.launcher.service;

import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.process.Helpers;
import io.clipmeter.local.launcher.process.Launch;
import io.clipmeter.local.launcher.process.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Spring Boot program: a service, or the development issuer. */
public final class BootPart implements Part {
  private static final int HEAP_MEGABYTES = 192;

  /** Learning costs more than it gains where nobody starts the same build again, as in tests. */
  private static final boolean STARTS_ONCE = Boolean.getBoolean("clipmeter.starts-once");

  private final Home home;
  private final Description description;
  private @Nullable BootApp app;

  BootPart(Home home, Description description) {
    this.home = home;
    this.description = description;
  }

  /**
   * What is particular about a program.
   *
   * @param name for example {@code tracking}
   * @param module the folder of its Maven module
   * @param ports the main one first
   * @param readiness the address that answers 200 once the program serves
   */
  record Description(
      String name,
      Path module,
      List<Port> ports,
      Map<String, String> environment,
      String readiness) {}

  @Override
  public String name() {
    return description.name();
  }

  @Override
  public List<Port> ports() {
    return description.ports();
  }

  @Override
  public String prepare(Helpers helpers) {
    app().unpack(helpers);
    if (STARTS_ONCE || !app().untrained()) {
      return "";
    }
    return app().train(description.environment(), helpers)
        ? "learned its start-up, once for this build"
        : "without start-up cache, see " + app().log();
  }

  @Override
  public Launch launch() {
    return new Launch(
        name(), app().command(), description.environment(), home.root(), home.log(name()));
  }

  @Override
  public boolean ready() {
    return Probe.ok(description.readiness());
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(180);
  }

  private BootApp app() {
    if (app == null) {
      app = new BootApp(home, name(), BootJar.of(description.module()), HEAP_MEGABYTES);
    }
    return app;
  }
}
