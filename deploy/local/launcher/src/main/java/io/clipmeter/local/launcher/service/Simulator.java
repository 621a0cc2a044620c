package io.clipmeter.local.launcher.service;

import io.clipmeter.local.launcher.disk.Trees;
import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Settings;
import io.clipmeter.local.launcher.process.Helpers;
import io.clipmeter.local.launcher.process.Jvm;
import io.clipmeter.local.launcher.process.Launch;
import io.clipmeter.local.launcher.process.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simulator of the video platforms: a plain program with its libraries beside it. */
final class Simulator implements Part {
  private static final int HEAP_MEGABYTES = 192;

  private final Home home;
  private final Settings settings;

  Simulator(Home home, Settings settings) {
    this.home = home;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "simulator";
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.SIMULATOR);
  }

  @Override
  public String prepare(Helpers helpers) {
    if (settings.views() != null && !Files.isReadable(settings.views())) {
      throw new Failure("The file of recorded views cannot be read: " + settings.views());
    }
    copy();
    return settings.views() == null ? "" : "replays " + settings.views().getFileName();
  }

  /** The next build writes where this one stands, so the program runs from a copy. */
  private void copy() {
    if (Files.exists(folder())) {
      return;
    }
    Path draft = home.app(name()).resolve("draft");
    Trees.delete(home.app(name()));
    Trees.copy(jar().path(), draft.resolve(jar().path().getFileName()));
    Trees.copy(jar().path().resolveSibling("lib"), draft.resolve("lib"));
    Trees.move(draft, folder());
  }

  @Override
  public Launch launch() {
    List<String> command = new ArrayList<>(Jvm.command(home, HEAP_MEGABYTES));
    command.addAll(List.of("-jar", folder().resolve(jar().path().getFileName()).toString()));
    return new Launch(name(), command, environment(), home.root(), home.log(name()));
  }

  private Path folder() {
    return home.app(name()).resolve(jar().fingerprint());
  }

  private BootJar jar() {
    return BootJar.of(home.root().resolve("deploy/local/simulator"));
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SIMULATOR_PORT", Integer.toString(settings.ports().of(Port.SIMULATOR)));
    environment.put("SIMULATOR_STATE_DIR", home.data("simulator").toString());
    if (settings.views() != null) {
      environment.put("SIMULATOR_VIEWS_FILE", settings.views().toString());
    }
    if (settings.tickLength() != null) {
      environment.put("SIMULATOR_TICK", settings.tickLength().toString());
    }
    return environment;
  }

  @Override
  public boolean ready() {
    return Probe.ok(new Addresses(settings.ports()).simulator() + "/health");
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(60);
  }
}
