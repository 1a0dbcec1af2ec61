// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.verdict;

import io.github.bpu4j.cli.language.Language;
import java.util.function.UnaryOperator;

/**
 * A sentence in both languages of the report.
 *
 * @param en English, also for the terminal and JSON
 * @param zh Chinese
 */
public record Wording(String en, String zh) {
  /** Figures, names and messages that read the same in both languages. */
  public static Wording same(String text) {
    return new Wording(text, text);
  }

  /** One of them, for a terminal; a page shows both. */
  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  /** Changes both sentences. */
  public Wording map(UnaryOperator<String> change) {
    return new Wording(change.apply(en), change.apply(zh));
  }
}
