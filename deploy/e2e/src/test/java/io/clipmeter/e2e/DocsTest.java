package io.clipmeter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name must exist: a file that moves takes its readers along. */
class DocsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Pattern NAMED_FILE = Pattern.compile("`([a-z0-9-]+/[^`\\s*<>]+\\.[a-z]+)`");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");

  @Test
  void everyFileOnTheWalkFromViewToCentExists() throws IOException {
    List<String> named = matches(NAMED_FILE, ROOT.resolve("docs/follow-a-cent.md"));

    assertThat(named).hasSizeGreaterThanOrEqualTo(12);
    assertThat(named).allSatisfy(file -> assertThat(ROOT.resolve(file)).isRegularFile());
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      assertThat(matches(LINK, page))
          .as("links of %s", ROOT.relativize(page))
          .allSatisfy(link -> assertThat(page.resolveSibling(link).normalize()).exists());
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> modules = Files.list(ROOT)) {
      Stream<Path> top = Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md"));
      Stream<Path> services =
          modules
              .filter(folder -> folder.toString().endsWith("-service"))
              .map(folder -> folder.resolve("README.md"));
      return Stream.of(top, services, docs.filter(file -> file.toString().endsWith(".md")))
          .flatMap(pages -> pages)
          .toList();
    }
  }

  private static List<String> matches(Pattern pattern, Path page) throws IOException {
    return pattern.matcher(Files.readString(page)).results().map(DocsTest::firstGroup).toList();
  }

  private static String firstGroup(java.util.regex.MatchResult result) {
    return result.group(1);
  }
}
