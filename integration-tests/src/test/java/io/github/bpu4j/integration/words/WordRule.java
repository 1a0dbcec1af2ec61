// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.words;

import io.github.bpu4j.integration.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wording that is not used here.
 *
 * @param wrong matches it, ignoring case
 * @param right what to write instead
 */
record WordRule(Pattern wrong, String right) {
  static final String FOLDER =
      "integration-tests/src/test/resources/io/github/bpu4j/integration/words/";

  /** Reads {@code pattern TAB replacement} lines; {@code #} starts a comment. */
  static List<WordRule> read(String name) throws IOException {
    List<WordRule> rules = new ArrayList<>();
    for (String[] columns : rows(name)) {
      rules.add(
          new WordRule(
              Pattern.compile(columns[0], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
              columns[1]));
    }
    return rules;
  }

  static List<String[]> rows(String name) throws IOException {
    List<String[]> rows = new ArrayList<>();
    Path file = Repository.root().resolve(FOLDER + name);
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 2) {
          throw new IOException(name + ": expected two columns separated by a tab: " + line);
        }
        rows.add(columns);
      }
    }
    return rows;
  }

  /** The findings in a file, as {@code path:line: "found" -> replacement}. */
  List<String> findIn(String path, SourceText source) {
    List<String> findings = new ArrayList<>();
    Matcher match = wrong.matcher(source.text());
    while (match.find()) {
      findings.add(
          "%s:%d: \"%s\" -> %s"
              .formatted(path, source.lineOf(match.start()), words(source.text(), match), right));
    }
    return findings;
  }

  /** The match, extended to whole words. */
  private static String words(String text, Matcher match) {
    int start = match.start();
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    int end = match.end();
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }
}
