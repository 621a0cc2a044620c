package io.clipmeter.testing.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Classes that are written and compiled inside a test, to be held to a rule. */
final class Planted {

  private static final Pattern TYPE = Pattern.compile("(class|record|interface|enum) (\\w+)");

  private static final List<String> OPTIONS = List.of("-proc:none", "-parameters");
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Shared, because it keeps what it has read of the class path. */
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  private final JavaClasses classes;

  private Planted(JavaClasses classes) {
    this.classes = classes;
  }

  /**
   * Compiles the sources, each a file of its own that starts with its package. Those that are not
   * ours stand for libraries and are not held to the rules.
   */
  static Planted in(Path folder, String... sources) {
    compile(folder, sources);
    return new Planted(
        new ClassFileImporter().importPath(folder).that(resideInAPackage(House.EVERYTHING)));
  }

  /** The rule fails, and says where. */
  Planted breaks(ArchRule rule, String... places) {
    var result = rule.evaluate(classes);
    assertThat(result.hasViolation()).as(rule.getDescription()).isTrue();
    assertThat(String.join("\n", result.getFailureReport().getDetails())).contains(places);
    assertThat(rule.getDescription()).contains("because");
    return this;
  }

  /** The rule holds. */
  Planted keeps(ArchRule rule) {
    var result = rule.allowEmptyShould(true).evaluate(classes);
    assertThat(result.getFailureReport().getDetails()).as(rule.getDescription()).isEmpty();
    return this;
  }

  JavaClasses classes() {
    return classes;
  }

  private static void compile(Path folder, String... sources) {
    var mistakes = new DiagnosticCollector<JavaFileObject>();
    try {
      FILES.setLocationFromPaths(
          StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(folder)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    var units = Stream.of(sources).map(Source::new).toList();
    boolean done = COMPILER.getTask(null, FILES, mistakes, OPTIONS, null, units).call();
    assertThat(done).as(mistakes.getDiagnostics().toString()).isTrue();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(URI.create("string:///" + name(text) + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    private static String name(String text) {
      Matcher type = TYPE.matcher(text);
      assertThat(type.find()).as(text).isTrue();
      return type.group(2);
    }
  }
}
