// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What tables say, in a page's language; what has no translation stays in English. */
final class Translations {
  private final Properties translations;

  private Translations(Properties translations) {
    this.translations = translations;
  }

  static Translations english() {
    return new Translations(new Properties());
  }

  static Translations chinese() throws IOException {
    Properties translations = new Properties();
    try (InputStream file = Translations.class.getResourceAsStream("translations_zh.properties")) {
      translations.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    return new Translations(translations);
  }

  String of(String text) {
    return translations.getProperty(text.replace(' ', '_'), text);
  }
}
