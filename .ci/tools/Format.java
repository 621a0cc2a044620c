import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks or mends the format of every Java file of the repository; run by the root POM. */
class Format {
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    boolean fix = args[1].equals("fix");
    var command =
        new ArrayList<>(fix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    command.addAll(sources(root));
    var out = new PrintWriter(System.out, true);
    var err = new PrintWriter(System.err, true);
    int code = new Main(out, err, System.in).format(command.toArray(String[]::new));
    if (code != 0) {
      err.println(
          "Badly formatted files are listed above: ./mvnw -N process-sources -Dformat=fix mends"
              + " them.");
    }
    System.exit(code);
  }

  private static List<String> sources(Path root) throws java.io.IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && file.toString().contains("/src/"))
          .filter(file -> !root.relativize(file).toString().contains("target/"))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }
}
