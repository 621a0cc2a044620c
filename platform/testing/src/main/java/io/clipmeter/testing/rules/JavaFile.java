package io.clipmeter.testing.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A Java file as the compiler reads it, so that braces in strings and comments deceive nobody. It
 * is parsed only: what it imports need not be there.
 */
final class JavaFile {

  private final CompilationUnitTree unit;
  private final Trees trees;

  private JavaFile(CompilationUnitTree unit, Trees trees) {
    this.unit = unit;
    this.trees = trees;
  }

  /** Reads all files at once, which is far quicker than one by one. */
  static List<JavaFile> parse(List<Path> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var sources = files.getJavaFileObjectsFromPaths(paths);
      JavacTask task =
          (JavacTask) compiler.getTask(null, files, mistake -> {}, List.of(), null, sources);
      Trees trees = Trees.instance(task);
      return StreamSupport.stream(task.parse().spliterator(), false)
          .map(unit -> new JavaFile(unit, trees))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the sources", failure);
    }
  }

  Path path() {
    return Path.of(unit.getSourceFile().toUri());
  }

  String packageName() {
    var name = unit.getPackageName();
    return name == null ? "" : name.toString();
  }

  List<String> imports() {
    return unit.getImports().stream()
        .map(imported -> imported.getQualifiedIdentifier().toString())
        .toList();
  }

  /**
   * Each too long method as {@code line name}. Neither Javadoc nor annotations count: a table of
   * cases in {@code @CsvSource} may be long.
   */
  List<String> methodsLongerThan(int lines) {
    List<String> found = new ArrayList<>();
    eachMethod(
        (method, line) -> {
          if (lastLine(method) - line + 1 > lines) {
            found.add(line + " " + method.getName());
          }
        });
    return found;
  }

  /** The lines that name a member such as {@code System.out}. */
  List<Long> uses(String member) {
    List<Long> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        if (tree.toString().equals(member) || tree.toString().equals("java.lang." + member)) {
          found.add(firstLine(tree));
        }
        return super.visitMemberSelect(tree, unused);
      }
    }.scan(unit, null);
    return found;
  }

  private void eachMethod(BiConsumer<MethodTree, Long> action) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        action.accept(method, lineOfSignature(method));
        return super.visitMethod(method, unused);
      }
    }.scan(unit, null);
  }

  private long lineOfSignature(MethodTree method) {
    if (!method.getModifiers().getFlags().isEmpty()) {
      return lastLine(method.getModifiers());
    }
    Tree answer = method.getReturnType();
    return firstLine(answer == null ? method : answer);
  }

  private long firstLine(Tree tree) {
    return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
  }

  private long lastLine(Tree tree) {
    return unit.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(unit, tree));
  }
}
