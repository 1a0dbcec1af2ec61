// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.metadata;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.cli.info.model.InspectedFile;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Shows the facts as a table. */
final class MetadataPage {
  private static final int KEY = 16;
  private static final int SOURCE = 10;

  private MetadataPage() {}

  static String of(InspectedFile file, KnownFacts facts, Texts texts) {
    Path metadata = ModelMetadata.fileFor(file.path());
    StringBuilder page = new StringBuilder();
    line(
        page,
        Files.exists(metadata)
            ? metadata.toString()
            : texts.text("metadata.none", "%s: no such file", metadata));
    for (KnownFacts.Row row : facts.rows()) {
      String source = texts.text(inWords(row.source()));
      line(
          page,
          ("  " + TerminalText.pad(row.key(), KEY) + TerminalText.pad(source, SOURCE) + row.value())
              .stripTrailing());
    }
    if (!facts.missing().isEmpty()) {
      line(
          page,
          texts.text(
              "metadata.missing",
              "missing: %s; state it with options and --write",
              facts.missing().stream().map(KnownFacts.Row::key).collect(Collectors.joining(", "))));
    }
    return page.toString();
  }

  private static Text inWords(KnownFacts.Source source) {
    return switch (source) {
      case OPTION -> Text.of("metadata.source.option", "option");
      case METADATA -> Text.of("metadata.source.metadata", "metadata");
      case FILE -> Text.of("metadata.source.file", "file");
      case DEFAULT -> Text.of("metadata.source.default", "default");
      case MISSING -> Text.of("metadata.source.missing", "missing");
    };
  }

  private static void line(StringBuilder page, String text) {
    page.append(TerminalText.printable(text)).append(System.lineSeparator());
  }
}
