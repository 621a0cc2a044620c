package io.clipmeter.testing.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rules on SQL files of the main resources: numbered once, named in words, with a reason on top.
 */
final class MigrationRules {

  private static final Pattern NAME = Pattern.compile("V\\d{3}__[a-z0-9_]+\\.sql");
  private static final int NUMBER_LENGTH = "V001".length();

  private MigrationRules() {}

  static List<String> violations(Path module, List<Path> files) {
    Path resources = module.resolve("src").resolve("main").resolve("resources");
    List<String> found = new ArrayList<>();
    Map<Path, Path> firsts = new HashMap<>();
    files.stream()
        .filter(file -> file.startsWith(resources) && file.toString().endsWith(".sql"))
        .forEach(file -> check(file, firsts, found));
    return found;
  }

  private static void check(Path file, Map<Path, Path> firsts, List<String> found) {
    String name = String.valueOf(file.getFileName());
    if (!NAME.matcher(name).matches()) {
      found.add(file + ": a migration is named V001__what_it_does.sql");
      return;
    }
    Path number = file.resolveSibling(name.substring(0, NUMBER_LENGTH));
    Path first = firsts.putIfAbsent(number, file);
    if (first != null) {
      found.add(file + ": has the number of " + first.getFileName());
    }
    List<String> lines = TidyRules.lines(file);
    if (lines.isEmpty() || !lines.getFirst().matches("--\\s*\\S.*")) {
      found.add(file + ": begins with a comment that says the rule and the reason");
    }
  }
}
