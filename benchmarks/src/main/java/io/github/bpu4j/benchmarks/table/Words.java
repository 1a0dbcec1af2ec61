// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The words of tables in a page's language; what has no translation stays as it is. */
final class Words {
  private final Properties translations;

  private Words(Properties translations) {
    this.translations = translations;
  }

  static Words english() {
    return new Words(new Properties());
  }

  static Words chinese() throws IOException {
    Properties translations = new Properties();
    try (InputStream file = Words.class.getResourceAsStream("words_zh.properties")) {
      translations.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    return new Words(translations);
  }

  String of(String text) {
    return translations.getProperty(text.replace(' ', '_'), text);
  }
}
