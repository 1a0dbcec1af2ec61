// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Every public type says with which version it came. */
final class SinceTest {
  @Test
  void everyPublicTypeSaysItsFirstVersion() throws IOException {
    Map<String, String> versions = new TreeMap<>();
    List<Path> sources = new ArrayList<>();
    for (PublishedModule module : PublishedModule.all()) {
      sources.addAll(module.sources());
    }
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
      DocTrees comments = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new PublicTypes(unit, comments, versions).scan(unit, null);
      }
    }
    assertThat(versions).hasSizeGreaterThan(100);
    assertThat(versions)
        .as("public types and the version after @since in their Javadoc")
        .allSatisfy((type, version) -> assertThat(version).as(type).matches("\\d+\\.\\d+\\.\\d+"));
  }

  /** Notes the version of each public type of a file; an empty one where none stands. */
  private static final class PublicTypes extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final DocTrees comments;
    private final Map<String, String> versions;

    PublicTypes(CompilationUnitTree unit, DocTrees comments, Map<String, String> versions) {
      this.unit = unit;
      this.comments = comments;
      this.versions = versions;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isPublic(type)) {
        return null;
      }
      DocCommentTree comment = comments.getDocCommentTree(getCurrentPath());
      String version =
          comment == null
              ? ""
              : comment.getBlockTags().stream()
                  .filter(tag -> tag.getKind() == DocTree.Kind.SINCE)
                  .map(tag -> tag.toString().replace("@since", "").strip())
                  .findFirst()
                  .orElse("");
      versions.put(unit.getPackageName() + "." + type.getSimpleName(), version);
      return super.visitClass(type, null);
    }

    private boolean isPublic(ClassTree type) {
      Set<Modifier> modifiers = type.getModifiers().getFlags();
      Tree around = getCurrentPath().getParentPath().getLeaf();
      return modifiers.contains(Modifier.PUBLIC)
          || (around.getKind() == Tree.Kind.INTERFACE && !modifiers.contains(Modifier.PRIVATE));
    }
  }
}
