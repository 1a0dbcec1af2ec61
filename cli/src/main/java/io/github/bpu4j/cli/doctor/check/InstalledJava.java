// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java installation in a tree, from its file {@code release}.
 *
 * @param version such as {@code 17.0.15}
 * @param vendor empty if it is not stated
 * @param architecture such as {@code aarch64}; empty if it is not stated
 */
record InstalledJava(String version, String vendor, String architecture) {
  private static final int LEAST = 17;
  private static final List<String> FOLDERS = List.of("/usr/lib/jvm", "/opt/java", "/opt");
  private static final Pattern FEATURE = Pattern.compile("^(?:1\\.)?(\\d{1,3})");

  static Finding in(SystemView view) {
    List<InstalledJava> all =
        FOLDERS.stream()
            .flatMap(folder -> view.names(folder).stream().map(name -> folder + "/" + name))
            .flatMap(folder -> view.text(folder + "/release").stream())
            .flatMap(text -> of(text).stream())
            .distinct()
            .toList();
    if (all.isEmpty()) {
      return Diagnosis.JAVA_MISSING.with("none in " + String.join(", ", FOLDERS));
    }
    String evidence = String.join("\n", all.stream().map(InstalledJava::described).toList());
    boolean recent = all.stream().anyMatch(java -> java.feature() >= LEAST);
    return (recent ? Diagnosis.JAVA_OK : Diagnosis.JAVA_TOO_OLD).with(evidence);
  }

  private static Optional<InstalledJava> of(String release) {
    return value(release, "JAVA_VERSION")
        .map(
            version ->
                new InstalledJava(
                    version,
                    value(release, "IMPLEMENTOR").orElse(""),
                    value(release, "OS_ARCH").orElse("")));
  }

  private static Optional<String> value(String release, String key) {
    return Pattern.compile("(?m)^" + key + "=\"([^\"\\n]{1,60})\"$")
        .matcher(release)
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst();
  }

  private int feature() {
    return FEATURE
        .matcher(version)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElse(0);
  }

  private String described() {
    return Stream.of("Java " + version, vendor, architecture)
        .filter(text -> !text.isEmpty())
        .reduce((first, second) -> first + ", " + second)
        .orElseThrow();
  }
}
