package io.clipmeter.local.launcher.process;

import io.clipmeter.local.launcher.machine.Programs;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts processes that live on when the command, its terminal or its shell ends. */
public final class Detached {
  /**
   * A part sees these of the caller's variables and no others: a stray SPRING_ or JAVA_ variable
   * would change it.
   */
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR");

  private static final long LOG_BYTES_MAX = 20_000_000;

  private Detached() {}

  /**
   * Starts a process in a session of its own, so that no Ctrl-C and no hang-up of this terminal
   * reaches it.
   *
   * @return the process; its number is the program's own, because each wrapper replaces itself
   */
  public static Process start(Launch launch) {
    List<String> command = new ArrayList<>(Session.WRAPPER);
    command.addAll(launch.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(launch.directory().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    narrow(builder, launch.environment());
    try {
      keepSmall(launch.log());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Leaves the basic variables of the caller in the environment of a helper process, and adds to
   * them.
   */
  public static void narrow(ProcessBuilder builder, Map<String, String> environment) {
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().putAll(environment);
  }

  private static void keepSmall(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * What makes a new session here: setsid on Linux, perl on macOS, which has no setsid but always
   * perl.
   */
  private static final class Session {
    static final List<String> WRAPPER = wrapper();

    private static List<String> wrapper() {
      if (Programs.find("setsid").isPresent()) {
        return List.of("setsid");
      }
      if (Programs.find("perl").isPresent()) {
        return List.of(
            "perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die $!");
      }
      return List.of("nohup");
    }
  }
}
