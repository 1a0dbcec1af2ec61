// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name given by others, which may appear in certain files.
 *
 * @param path matches the whole path of a file, relative to the root
 * @param name matches the name in it
 */
record Exemption(Pattern path, Pattern name) {
  static List<Exemption> read(String file) throws IOException {
    List<Exemption> exemptions = new ArrayList<>();
    for (String[] columns : WordRule.rows(file)) {
      exemptions.add(new Exemption(Pattern.compile(columns[0]), Pattern.compile(columns[1])));
    }
    return exemptions;
  }

  boolean appliesTo(String file) {
    return path.matcher(file).matches();
  }

  /** The text with the exempt names blanked out; lengths and lines stay the same. */
  String mask(String text) {
    return name.matcher(text).replaceAll(match -> match.group().replaceAll("\\S", "."));
  }
}
