// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.licenses;

import io.github.bpu4j.integration.Repository;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code licenses/resources.tsv}.
 *
 * @param pattern a glob of paths from the root, {@code **} also across folders
 * @param origin what the files are from, {@code bpu4j} for our own work
 * @param license an SPDX identifier, {@code facts only}, or {@code output of a tool}
 */
record ResourceOrigin(String pattern, String origin, String license) {
  static final String FILE = "licenses/resources.tsv";

  static List<ResourceOrigin> all() throws IOException {
    List<ResourceOrigin> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Repository.root().resolve(FILE))) {
      if (!line.startsWith("#") && !line.startsWith("path\t")) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 4) {
          throw new IOException(FILE + ": expected path, origin, license, remark in: " + line);
        }
        rows.add(new ResourceOrigin(columns[0], columns[1], columns[2]));
      }
    }
    return rows;
  }

  boolean covers(Path file) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(file);
  }
}
