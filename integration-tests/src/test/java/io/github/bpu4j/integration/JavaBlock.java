// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * A fenced Java block of a page, with its imports so that readers can paste it.
 *
 * @param page the file that contains it
 * @param line of its first line, from 1
 * @param code as written
 * @param compileOnly whether the page says that it cannot be run here
 */
record JavaBlock(Path page, int line, String code, boolean compileOnly) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "(<!-- compile only[^>]*-->\\s*)?^```java\\n(.*?)^```",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:public |final )*(?:class|record|enum|interface) (\\w+)", Pattern.MULTILINE);
  private static final Pattern IMPORT = Pattern.compile("^import .*;\\n", Pattern.MULTILINE);

  static List<JavaBlock> in(Path page) {
    try {
      String text = Files.readString(page);
      List<JavaBlock> blocks = new ArrayList<>();
      Matcher matcher = BLOCK.matcher(text);
      while (matcher.find()) {
        int line = (int) text.substring(0, matcher.start(2)).lines().count() + 1;
        blocks.add(new JavaBlock(page, line, matcher.group(2), matcher.group(1) != null));
      }
      return blocks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name(Path root) {
    return root.relativize(page) + ":" + line;
  }

  void run() throws Exception {
    Path folder = Files.createTempDirectory("block");
    Matcher type = TYPE.matcher(code);
    String className = type.find() ? type.group(1) : "Block";
    Path source = folder.resolve(className + ".java");
    Files.writeString(source, className.equals("Block") ? statements() : code);
    compile(source, folder);
    if (compileOnly) {
      return;
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> compiled = loader.loadClass(className);
      if (code.contains("@Test")) {
        runTests(compiled);
      } else {
        compiled.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
      }
    }
  }

  private String statements() {
    StringBuilder imports = new StringBuilder();
    Matcher matcher = IMPORT.matcher(code);
    while (matcher.find()) {
      imports.append(matcher.group());
    }
    String body = IMPORT.matcher(code).replaceAll("");
    return imports
        + "public final class Block { public static void main(String[] args) throws Exception {\n"
        + body
        + "\n} }\n";
  }

  private void compile(Path source, Path folder) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as("%s:%d%n%s", page.getFileName(), line, messages).isTrue();
    }
  }

  private static void runTests(Class<?> compiled) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    Thread.currentThread().setContextClassLoader(compiled.getClassLoader());
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(DiscoverySelectors.selectClass(compiled))
                  .build(),
              summary);
    } finally {
      Thread.currentThread().setContextClassLoader(JavaBlock.class.getClassLoader());
    }
    assertThat(summary.getSummary().getTestsSucceededCount()).isPositive();
    assertThat(summary.getSummary().getFailures()).isEmpty();
  }
}
