// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.metadata;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.cli.info.model.InspectedFile;
import io.github.bpu4j.cli.io.TerminalText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows the facts as a table. */
final class MetadataPage {
  private static final int KEY = 16;
  private static final int SOURCE = 10;

  private MetadataPage() {}

  static String of(InspectedFile file, KnownFacts facts) {
    Path metadata = ModelMetadata.fileFor(file.path());
    StringBuilder page = new StringBuilder();
    line(page, metadata + (Files.exists(metadata) ? "" : ": no such file"));
    for (KnownFacts.Row row : facts.rows()) {
      String source = row.source().name().toLowerCase(Locale.ROOT);
      line(
          page,
          ("  " + TerminalText.pad(row.key(), KEY) + TerminalText.pad(source, SOURCE) + row.value())
              .stripTrailing());
    }
    if (!facts.missing().isEmpty()) {
      line(
          page,
          "missing: "
              + facts.missing().stream().map(KnownFacts.Row::key).collect(Collectors.joining(", "))
              + "; state it with options and --write");
    }
    return page.toString();
  }

  private static void line(StringBuilder page, String text) {
    page.append(TerminalText.printable(text)).append(System.lineSeparator());
  }
}
