// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what tells of its user: paths but for their last name, the user's and the
 * host's names, serial numbers and hardware addresses.
 */
public final class Anonymity {
  private static final String NAME = "[^\\s/:;,'\"()\\[\\]<>|]+";

  /** An absolute path; a space ends it, so folders of the user are replaced before as they are. */
  private static final Pattern PATH =
      Pattern.compile("(?<![\\w./<])(?<!https:)(?<!http:)~?/+(?:" + NAME + "/+)*(" + NAME + ")/?");

  /** A relative path of a file. */
  private static final Pattern FILE =
      Pattern.compile("(?<![\\w./<])(?:" + NAME + "/+)+(" + NAME + "\\.\\w{1,6})\\b");

  private static final Pattern HARDWARE_ADDRESS =
      Pattern.compile("\\b(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}\\b");

  /** Also of boards whose files this class does not know. */
  private static final Pattern SERIAL =
      Pattern.compile(
          "(?i)\\b(serial(?:[ _-]?(?:number|no))?|soc_?uid)\\b(\\s*[:=]\\s*|\\s+)(?=\\S*\\d)\\S+");

  private static final List<String> SERIAL_FILES =
      List.of(
          "sys/class/socinfo/soc_uid",
          "sys/firmware/devicetree/base/serial-number",
          "proc/device-tree/serial-number",
          "sys/class/dmi/id/product_serial",
          "sys/class/dmi/id/product_uuid",
          "etc/machine-id");
  private static final List<String> HOST_FILES =
      List.of("proc/sys/kernel/hostname", "etc/hostname");

  /** Names that every image has, and that tell of nobody. */
  private static final Set<String> COMMON = Set.of("root", "sunrise", "localhost", "ubuntu");

  private final List<Secret> secrets;

  private record Secret(Pattern pattern, String replacement) {}

  private Anonymity(List<Secret> secrets) {
    this.secrets = secrets;
  }

  /** Hides this process's user and machine. */
  public static Anonymity ofProcess() {
    return of(
        Path.of("/"),
        List.of(
            System.getProperty("user.home", ""),
            System.getenv().getOrDefault("HOME", ""),
            System.getProperty("user.dir", ""),
            System.getProperty("java.io.tmpdir", "")),
        System.getenv(),
        System.getProperty("user.name", ""));
  }

  /**
   * Hides a user and a machine.
   *
   * @param root below which the files are that tell host name and serial numbers
   * @param folders of the user, whose names may have any character
   * @param environment variables of which some hold names
   */
  static Anonymity of(
      Path root, List<String> folders, Map<String, String> environment, String user) {
    List<Secret> secrets = new ArrayList<>();
    folders.stream()
        .filter(folder -> folder.length() > 1)
        .sorted(Comparator.comparing(String::length).reversed())
        .forEach(folder -> secrets.add(new Secret(literal(folder + "/"), "/")));
    folders.stream()
        .filter(folder -> folder.length() > 1)
        .forEach(folder -> secrets.add(new Secret(literal(folder), "(folder)")));
    for (String variable : List.of("USER", "LOGNAME", "SUDO_USER", "USERNAME")) {
      addName(secrets, environment.getOrDefault(variable, ""), "(user)");
    }
    addName(secrets, user, "(user)");
    for (String variable : List.of("HOSTNAME", "HOST", "COMPUTERNAME")) {
      addName(secrets, environment.getOrDefault(variable, ""), "(host)");
    }
    HOST_FILES.forEach(file -> addName(secrets, content(root.resolve(file)), "(host)"));
    SERIAL_FILES.forEach(file -> addName(secrets, content(root.resolve(file)), "(serial)"));
    return new Anonymity(secrets);
  }

  private static Pattern literal(String text) {
    return Pattern.compile(Pattern.quote(text));
  }

  /** A name counts where it stands alone, in any case; names of one letter would hide words. */
  private static void addName(List<Secret> secrets, String name, String replacement) {
    String bare = name.strip();
    if (bare.length() > 1 && !COMMON.contains(bare)) {
      String whole = "(?<![\\p{L}\\p{N}])" + Pattern.quote(bare) + "(?![\\p{L}\\p{N}])";
      secrets.add(
          new Secret(
              Pattern.compile(whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
              replacement));
    }
  }

  private static String content(Path file) {
    try {
      return Files.isReadable(file) ? Files.readString(file).replace("\0", "") : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** The text without what tells of the user. */
  public String clean(String text) {
    String cleaned = text;
    for (Secret secret : secrets) {
      cleaned =
          secret
              .pattern()
              .matcher(cleaned)
              .replaceAll(Matcher.quoteReplacement(secret.replacement()));
    }
    cleaned = PATH.matcher(cleaned).replaceAll("$1");
    cleaned = FILE.matcher(cleaned).replaceAll("$1");
    cleaned = HARDWARE_ADDRESS.matcher(cleaned).replaceAll("(address)");
    return SERIAL.matcher(cleaned).replaceAll("$1$2(serial)");
  }
}
