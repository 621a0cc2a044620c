package io.clipmeter.local.launcher.engine;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.machine.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The account that PostgreSQL runs under. The server refuses to run as root, and containers are
 * often used as root.
 *
 * @param wrapper the words before the server's own command; each wrapper replaces itself by the
 *     server
 * @param owner the number of the user that must own the server's files
 */
record PostgresAccount(List<String> wrapper, int owner) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65_534;

  /** A user namespace in which root is not root; the files stay root's. */
  private static final List<String> NAMESPACE = List.of("unshare", "-U");

  /**
   * The user nobody, who may enter folders that are closed to others (a checkout below /root, for
   * example).
   */
  private static final List<String> NOBODY_WITH_ACCESS =
      List.of(
          "setpriv",
          "--reuid=" + NOBODY,
          "--regid=" + NOBODY,
          "--clear-groups",
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override");

  private static final List<String> PLAIN_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  /**
   * Finds an account under which this program can be run.
   *
   * @throws Failure when there is none
   */
  static PostgresAccount find(Path program) {
    int user = Integer.parseInt(Programs.output("id", "-u").orElse("1").strip());
    if (user != ROOT) {
      return new PostgresAccount(List.of(), user);
    }
    return Stream.of(
            new PostgresAccount(NAMESPACE, ROOT),
            new PostgresAccount(NOBODY_WITH_ACCESS, NOBODY),
            new PostgresAccount(PLAIN_NOBODY, NOBODY))
        .filter(account -> account.canRun(program))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    "PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` can"
                        + " give it another account here: run clipmeter as an ordinary user."));
  }

  /** For people. */
  String name() {
    if (wrapper.isEmpty()) {
      return "the user of this command";
    }
    return owner == ROOT ? "root in a user namespace" : "the user nobody";
  }

  private boolean canRun(Path program) {
    String[] command =
        Stream.concat(
                wrapper.stream(),
                Stream.of(
                    "sh",
                    "-c",
                    "test \"$(id -u)\" != 0 && test -x \"$0\" && echo yes",
                    program.toString()))
            .toArray(String[]::new);
    return Programs.output(command).isPresent();
  }

  /** Gives files to the account. Quick when the first of them is the account's already. */
  void own(Path tree) {
    try {
      if (wrapper.isEmpty() || !Files.exists(tree) || ownerOf(tree).equals(Optional.of(owner))) {
        return;
      }
      try (Stream<Path> files = Files.walk(tree)) {
        files.sorted(Comparator.reverseOrder()).forEach(this::take);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Object> ownerOf(Path path) throws IOException {
    return Optional.of(Files.getAttribute(path, "unix:uid"));
  }

  private void take(Path path) {
    try {
      Files.setAttribute(path, "unix:uid", owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
