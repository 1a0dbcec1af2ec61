// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.pages;

import io.github.bpu4j.integration.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown page.
 *
 * @param path from the root
 * @param levels of its headings, in order
 * @param anchors of its headings, as GitHub and the site make them
 * @param blocks with code or output
 * @param targets of its links and pictures, as written
 */
record Page(
    Path path,
    List<Integer> levels,
    List<String> anchors,
    List<CodeBlock> blocks,
    List<String> targets) {
  private static final Pattern FENCE = Pattern.compile("^\\s*```(.*)$");
  private static final Pattern HEADING = Pattern.compile("^(#+) (.*)$");
  private static final Pattern TARGET =
      Pattern.compile("]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");

  static Page read(Path path) throws IOException {
    Page page =
        new Page(path, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    CodeBlock open = null;
    for (String line : Files.readAllLines(Repository.root().resolve(path))) {
      Matcher fence = FENCE.matcher(line);
      if (fence.matches()) {
        if (open == null) {
          open = new CodeBlock(fence.group(1).strip(), new ArrayList<>());
          page.blocks.add(open);
        } else {
          open = null;
        }
      } else if (open != null) {
        open.lines().add(line);
      } else {
        page.addText(line);
      }
    }
    return page;
  }

  private void addText(String line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      levels.add(heading.group(1).length());
      anchors.add(anchor(heading.group(2)));
    }
    Matcher target = TARGET.matcher(line.replaceAll("`[^`]*`", ""));
    while (target.find()) {
      targets.add(target.group(1) == null ? target.group(2) : target.group(1));
    }
  }

  /** A second heading with the same words gets a number. */
  private String anchor(String heading) {
    String words = heading.replaceAll("]\\([^)]*\\)", "]").toLowerCase(Locale.ROOT);
    String name = words.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-');
    long same = Stream.concat(anchors.stream(), Stream.of(name)).filter(name::equals).count();
    return same == 1 ? name : name + "-" + (same - 1);
  }

  /** The pages that links lead to, in order and once each, from the root. */
  List<Path> linkedPages() {
    return targets.stream()
        .filter(target -> target.endsWith(".md") && !target.contains(":"))
        .map(this::resolve)
        .distinct()
        .toList();
  }

  Path resolve(String target) {
    return path.resolveSibling(target).normalize();
  }

  /** What is wrong with a target; empty if nothing is. Addresses of other servers are not asked. */
  String problem(String target, Map<Path, Page> pages) {
    if (target.matches("\\w+:.*")) {
      return "";
    }
    int hash = target.indexOf('#');
    Path file = hash == 0 ? path : resolve(hash < 0 ? target : target.substring(0, hash));
    if (!Files.exists(Repository.root().resolve(file))) {
      return path + ": " + target + " leads to no file";
    }
    String anchor = hash < 0 ? "" : target.substring(hash + 1);
    boolean known =
        anchor.isEmpty() || !pages.containsKey(file) || pages.get(file).anchors.contains(anchor);
    return known ? "" : path + ": " + target + " leads to no heading";
  }

  /** Every page of the source tree, by its path. */
  static Map<Path, Page> all() throws IOException {
    Map<Path, Page> pages = new HashMap<>();
    Path root = Repository.root();
    try (Stream<Path> files = Files.walk(root, 1)) {
      for (Path top : files.toList()) {
        if (top.equals(root) || !Files.isDirectory(top)) {
          add(top, pages);
        } else if (!top.getFileName().toString().matches("\\.git|target")) {
          addBelow(top, pages);
        }
      }
    }
    return pages;
  }

  private static void addBelow(Path folder, Map<Path, Page> pages) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        if (!file.toString().contains("/target/")) {
          add(file, pages);
        }
      }
    }
  }

  private static void add(Path file, Map<Path, Page> pages) throws IOException {
    if (file.toString().endsWith(".md")) {
      Path path = Repository.root().relativize(file);
      pages.put(path, read(path));
    }
  }
}
