package io.clipmeter.local.launcher.process;

import io.clipmeter.local.launcher.home.Port;
import java.time.Duration;
import java.util.List;

/** One process of the stack: an engine, a helper of the local stack or a service. */
public interface Part {
  /** The name in commands, logs and progress lines. */
  String name();

  /** The ports that the process opens, the main one first. */
  List<Port> ports();

  /**
   * Does what has to be done once before the process can start, such as unpacking. Quick when it
   * was done before.
   *
   * @param helpers gets every process that is started on the way, so that it can be ended with the
   *     rest
   * @return what took long, for the progress line, or an empty text
   */
  default String prepare(Helpers helpers) {
    return "";
  }

  /**
   * How to start the process. May be called before {@link #prepare} to learn whether a running one
   * is out of date.
   */
  Launch launch();

  /**
   * Asks the process whether it can serve. Returns within about a second and never throws for a
   * process that can't.
   */
  boolean ready();

  /** Asks a process that was ready before whether it still serves; as cheap as can be. */
  default boolean answers() {
    return ready();
  }

  /**
   * Does what needs the running process, such as creating databases. Harmless when it was done
   * before.
   */
  default void furnish() {}

  /** How long the process may take to become ready. */
  Duration patience();

  /** The signal that makes the process end in good order. */
  default String endSignal() {
    return "TERM";
  }
}
