package io.clipmeter.local.launcher.process;

import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.machine.ProcessTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the processes of this home by their command lines, for the case that their pid files are
 * lost: a command that was killed at the wrong moment, or a hand that tidied up.
 */
public final class Strays {
  private static final Set<String> PROGRAMS = Set.of("java", "postgres");

  private final String mark;
  private final String postgresData;

  public Strays(Home home) {
    this.mark = mark(home);
    this.postgresData = home.data("postgres").toString();
  }

  /** The argument that every JVM of the home carries; each is given it before its class path. */
  public static String mark(Home home) {
    return "-Dclipmeter.home=" + home.root();
  }

  /** The processes of this home that run now. */
  public List<ProcessId> find() {
    return ProcessTable.rows().stream()
        .filter(row -> ours(row.words()))
        .map(row -> ProcessId.of(row.pid()))
        .flatMap(Optional::stream)
        .toList();
  }

  boolean ours(List<String> words) {
    return !words.isEmpty()
        && PROGRAMS.contains(words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1))
        && (words.contains(mark) || dataFolderOf(words).filter(postgresData::equals).isPresent());
  }

  private static Optional<String> dataFolderOf(List<String> words) {
    int flag = words.indexOf("-D");
    return flag >= 0 && flag + 1 < words.size()
        ? Optional.of(words.get(flag + 1))
        : Optional.empty();
  }
}
