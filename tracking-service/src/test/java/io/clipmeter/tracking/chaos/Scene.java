package io.clipmeter.tracking.chaos;

import io.clipmeter.events.Platform;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Clips, what is true of them, and the servers that do not say so. */
final class Scene implements AutoCloseable {
  /** The same in every build; another one by the property. */
  private final Dice dice = new Dice(Long.getLong("chaos.seed", 20_260_301L));

  private final List<Act> acts = new ArrayList<>();
  private final List<Clip> herd;
  private final Truth truth;
  private final Script script;

  /**
   * A provider on this scene.
   *
   * @param perMinute calls that it may get in any 60 s
   * @param atOnce calls that it may get at a time
   */
  record Act(HostileServer server, int perMinute, int atOnce) {}

  Scene(int campaigns, int clipsEach, Set<Platform> unwatched) {
    herd = Clip.herd(dice, campaigns, clipsEach, unwatched);
    truth = new Truth(dice, herd);
    script = new Script(dice, truth);
  }

  long seed() {
    return dice.seed();
  }

  List<Clip> herd() {
    return herd;
  }

  Truth truth() {
    return truth;
  }

  Script script() {
    return script;
  }

  List<Act> acts() {
    return acts;
  }

  static Meter meter(String zone) {
    return new Meter(ChaosWorld.CLOCK, ZoneId.of(zone));
  }

  HostileServer add(HostileServer.Provider provider, Meter meter, int perMinute, int atOnce) {
    HostileServer server = new HostileServer(provider, script, meter);
    acts.add(new Act(server, perMinute, atOnce));
    return server;
  }

  @Override
  public void close() {
    acts.forEach(act -> act.server().close());
  }
}
