package io.clipmeter.testing.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules on one Java file at a time, in main and in test code. */
final class SourceRules {

  private static final int FILE_LINES_MAX = 300;
  private static final int METHOD_LINES_MAX = 40;

  /** Written in pieces, lest this line break its own rule. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  private static final List<String> MAGIC =
      List.of(
          "org.mockito",
          "lombok",
          "org.mapstruct",
          "org.springframework.test.context.bean.override.mockito");

  private SourceRules() {}

  static List<String> violations(Path module, List<Path> files) {
    List<Path> sources = files.stream().filter(file -> file.toString().endsWith(".java")).toList();
    return JavaFile.parse(sources).stream()
        .flatMap(java -> violations(module, java).map(text -> place(module, java) + text))
        .toList();
  }

  private static String place(Path module, JavaFile java) {
    return module.relativize(java.path()) + ":";
  }

  private static Stream<String> violations(Path module, JavaFile java) {
    Stream<String> everywhere =
        Stream.of(ofLines(TidyRules.lines(java.path())), ofSize(java), ofMagic(java), ofSleep(java))
            .flatMap(Function.identity());
    return TidyRules.isMain(module, java.path()) && !speaksToAPerson(java)
        ? Stream.concat(everywhere, ofPrinting(java))
        : everywhere;
  }

  private static Stream<String> ofLines(List<String> lines) {
    Stream<String> unfinished =
        IntStream.range(0, lines.size())
            .filter(index -> UNFINISHED.matcher(lines.get(index)).find())
            .mapToObj(index -> (index + 1) + " leaves work undone: do it, or write an issue");
    return lines.size() <= FILE_LINES_MAX
        ? unfinished
        : Stream.concat(
            unfinished,
            Stream.of("%d has more than %d lines".formatted(lines.size(), FILE_LINES_MAX)));
  }

  private static Stream<String> ofSize(JavaFile java) {
    return java.methodsLongerThan(METHOD_LINES_MAX).stream()
        .map(method -> "%s is longer than %d lines".formatted(method, METHOD_LINES_MAX));
  }

  private static Stream<String> ofMagic(JavaFile java) {
    return java.imports().stream()
        .filter(imported -> MAGIC.stream().anyMatch(magic -> imported.startsWith(magic + ".")))
        .map(imported -> "1 imports " + imported + ": the reader sees all the code there is");
  }

  private static Stream<String> ofSleep(JavaFile java) {
    return java.uses("Thread.sleep").stream()
        .map(line -> line + " sleeps: wait for something (Awaitility in tests)");
  }

  private static Stream<String> ofPrinting(JavaFile java) {
    return Stream.of("System.out", "System.err")
        .flatMap(stream -> java.uses(stream).stream())
        .map(line -> line + " prints: use a logger");
  }

  /** The local stack's commands and the benchmarks talk to the person who started them. */
  private static boolean speaksToAPerson(JavaFile java) {
    return java.packageName().startsWith("io.clipmeter.local")
        || java.packageName().startsWith("io.clipmeter.benchmarks");
  }
}
