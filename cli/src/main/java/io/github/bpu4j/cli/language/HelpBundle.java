// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.language;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Texts in the form in which picocli reads them. */
final class HelpBundle extends ResourceBundle {
  private final Map<String, String> texts;

  HelpBundle(Map<String, String> texts) {
    this.texts = texts;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return texts.get(key);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(texts.keySet());
  }
}
