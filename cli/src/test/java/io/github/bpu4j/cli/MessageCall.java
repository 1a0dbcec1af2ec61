// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A text in the code of this module.
 *
 * @param place file and call, for messages
 * @param key of its translation; empty if it is not a constant
 * @param english empty if it is not a constant
 */
record MessageCall(String place, Optional<String> key, Optional<String> english) {
  private static final Path SOURCES = Path.of("src/main/java");

  /** {@code Texts.text}, {@code Text.of} and {@code Streams.say}, called with a key. */
  private static final Pattern CALLED =
      Pattern.compile("(?s).*\\btexts(\\(\\))?\\s*\\.text|Text\\.of|.*\\bsay");

  /** All calls in the sources, as the compiler reads them, without the methods called. */
  static List<MessageCall> all() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<MessageCall> calls = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(SOURCES)) {
      List<Path> java =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.getParent().endsWith("language"))
              .filter(file -> !file.endsWith("Streams.java"))
              .toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(java));
      for (CompilationUnitTree unit : task.parse()) {
        new Scan(unit.getSourceFile().getName(), calls).scan(unit, null);
      }
    }
    return calls;
  }

  private static final class Scan extends TreeScanner<Void, Void> {
    private final String file;
    private final List<MessageCall> calls;

    Scan(String file, List<MessageCall> calls) {
      this.file = file;
      this.calls = calls;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      List<? extends ExpressionTree> arguments = call.getArguments();
      if (arguments.size() > 1 && CALLED.matcher(call.getMethodSelect().toString()).matches()) {
        calls.add(
            new MessageCall(
                file + ": " + call, constant(arguments.get(0)), constant(arguments.get(1))));
      }
      return super.visitMethodInvocation(call, null);
    }

    private static Optional<String> constant(ExpressionTree expression) {
      if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
        return Optional.of(text);
      }
      if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
        Optional<String> right = constant(sum.getRightOperand());
        return constant(sum.getLeftOperand()).flatMap(left -> right.map(left::concat));
      }
      return Optional.empty();
    }
  }
}
