// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.pages;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param language after the fence; empty for output of a command
 */
record CodeBlock(String language, List<String> lines) {
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)(#|//)\\s.*$|<!--.*?-->");
  private static final Pattern LABEL =
      Pattern.compile("\\[[^]]*]|(?<=-\\. ).*(?= \\.->)|\"[^\"]*\"");

  /** What has to be the same in both languages: everything but comments and labels of diagrams. */
  List<String> code() {
    Pattern words = language.equals("mermaid") ? LABEL : COMMENT;
    return lines.stream()
        .map(line -> words.matcher(line).replaceAll("").stripTrailing())
        .filter(line -> !line.isBlank())
        .toList();
  }
}
