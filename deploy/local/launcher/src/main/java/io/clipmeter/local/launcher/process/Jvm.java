package io.clipmeter.local.launcher.process;

import io.clipmeter.local.launcher.home.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the stack runs Java: small heaps, one collector thread, quick start. Right for a demo, not
 * for load.
 */
public final class Jvm {
  /**
   * An AOT cache is only taken by a JVM with the flags that it was trained with: training and
   * running share these.
   */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8",
          "-Duser.timezone=UTC");

  private Jvm() {}

  /**
   * The beginning of the command of a part; the class path or jar follows.
   *
   * @param heapMegabytes the largest heap
   */
  public static List<String> command(Home home, int heapMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.add(Strays.mark(home));
    command.addAll(FLAGS);
    command.add("-Xmx" + heapMegabytes + "m");
    return command;
  }

  /** The java program of the JDK 25 that runs this launcher. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** The class path of this launcher, which brings the jars of the broker along. */
  public static String classPath() {
    return System.getProperty("java.class.path");
  }
}
