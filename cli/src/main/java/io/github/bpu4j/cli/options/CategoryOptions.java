// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.cli.language.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which classes are listed, and how. */
public final class CategoryOptions {
  @Option(
      names = {"-n", "--top"},
      paramLabel = "N",
      description = "How many classes to list per picture (${DEFAULT-VALUE}).")
  private int top = 5;

  @Option(
      names = "--threshold",
      paramLabel = "SCORE",
      description = "List only classes with at least this score (${DEFAULT-VALUE}).")
  private float threshold = 0;

  @Option(
      names = "--allow",
      paramLabel = "LABEL",
      description = "List only classes with this label; may be given several times.")
  private List<String> allowed = List.of();

  @Option(
      names = "--deny",
      paramLabel = "LABEL",
      description = "Leave out classes with this label; may be given several times.")
  private List<String> denied = List.of();

  @Option(
      names = "--locale",
      paramLabel = "LANGUAGE",
      description = "Show labels in this language if they are available in it, for example zh.")
  private @Nullable Locale locale;

  /**
   * Passes on what is given.
   *
   * @param language of those who read the labels, unless {@code --locale} is given
   */
  public void applyTo(ClassifierBuilder builder, Language language) {
    builder.maxResults(top).scoreThreshold(threshold);
    if (!allowed.isEmpty()) {
      builder.categoryAllowlist(allowed);
    }
    if (!denied.isEmpty()) {
      builder.categoryDenylist(denied);
    }
    if (locale != null) {
      builder.displayNamesLocale(locale);
    } else if (language == Language.ZH) {
      builder.displayNamesLocale(Locale.CHINESE);
    }
  }

  /** Whether {@code --locale} is given, so that labels have display names of their own. */
  public boolean hasLocale() {
    return locale != null;
  }
}
