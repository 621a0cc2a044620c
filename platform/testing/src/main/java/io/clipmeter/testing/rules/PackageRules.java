package io.clipmeter.testing.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules on the packages of the main code: each is described, and none of a service is crowded. */
final class PackageRules {

  private static final int FEATURE_FILES_MAX = 12;
  private static final Pattern NULL_MARKED =
      Pattern.compile("^@(org\\.jspecify\\.annotations\\.)?NullMarked$");
  private static final String DESCRIPTION = "package-info.java";

  private PackageRules() {}

  static List<String> violations(Path module, List<Path> files) {
    Path sources = module.resolve("src").resolve("main").resolve("java");
    Map<Path, List<Path>> packages =
        files.stream()
            .filter(file -> file.startsWith(sources) && file.toString().endsWith(".java"))
            .filter(file -> !sources.equals(file.getParent()))
            .collect(
                Collectors.groupingBy(PackageRules::folder, TreeMap::new, Collectors.toList()));
    return packages.entrySet().stream()
        .flatMap(
            each ->
                violations(each.getValue()).map(text -> sources.relativize(each.getKey()) + text))
        .toList();
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static Stream<String> violations(List<Path> files) {
    return Stream.concat(undescribed(files), crowded(files));
  }

  private static Stream<String> undescribed(List<Path> files) {
    return files.stream().anyMatch(PackageRules::describesNullMarked)
        ? Stream.empty()
        : Stream.of(": needs a package-info.java with @NullMarked that says what it owns");
  }

  private static boolean describesNullMarked(Path file) {
    return file.endsWith(DESCRIPTION)
        && TidyRules.lines(file).stream().anyMatch(line -> NULL_MARKED.matcher(line).matches())
        && TidyRules.lines(file).stream().anyMatch(line -> line.startsWith("/**"));
  }

  private static Stream<String> crowded(List<Path> files) {
    long count = files.stream().filter(file -> !file.endsWith(DESCRIPTION)).count();
    return count > FEATURE_FILES_MAX && files.stream().anyMatch(PackageRules::isOfAService)
        ? Stream.of(
            ": holds %d files; more than %d are two features".formatted(count, FEATURE_FILES_MAX))
        : Stream.empty();
  }

  private static boolean isOfAService(Path file) {
    return House.SERVICES.stream()
        .anyMatch(
            service ->
                file.toString().replace('\\', '/').contains("/io/clipmeter/" + service + "/"));
  }
}
