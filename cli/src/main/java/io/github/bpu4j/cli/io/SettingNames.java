// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts the options of this command where a message of the libraries names a setting of their API.
 *
 * <p>A name that is part of a path, such as {@code photos/maxResults.jpg}, stays.
 */
final class SettingNames {
  private static final String COLORS = "--input rgb or bgr, with --mean and --scale";
  private static final Map<Pattern, String> OPTIONS = new LinkedHashMap<>();

  static {
    setting("DecodeLimits\\.maxPixels", "--max-pixels");
    setting("DecodeLimits\\.maxSide", "--max-side");
    setting("DecodeLimits\\.maxBytes", "--max-bytes");
    setting("DecodeLimits\\.maxJpegScans", "--max-jpeg-scans");
    setting("DecodeLimits\\.maxMemory", "--max-memory");
    setting("maxResults", "--top");
    setting("scoreThreshold", "--threshold");
    setting("categoryAllowlist", "--allow");
    setting("categoryDenylist", "--deny");
    setting("an allowlist(?= already)", "--allow");
    setting("displayNamesLocale", "--locale");
    setting("scoreTransform", "--transform");
    setting("frameRate(?= -?\\d)", "--fps");
    setting("cameraFormat(?= ')", "--camera-format");
    setting("range(?= AUTO, expected FULL or VIDEO)", "--source-range");
    setting("builder\\(\\)\\.colorInput, for instance ColorInput\\.imagenet\\(\\)", COLORS);
    setting("ColorInput\\.withSize\\(width, height\\)", "--input-size WxH");
    setting("ColorInput\\.withLayout", "--layout");
    setting("ColorInput(?= of (height|width) )", "--input-size");
    setting("(?<=leave )colorInput", "--input");
    setting("Labels\\.withBackground\\(\\)", "--background");
    setting("modelName", "--model-name");
    setting("outputName", "--output-name");
    setting("(?<=raise )concurrency|concurrency(?= -?\\d)", "--concurrency");
    setting("(?<=raise )timeout|(?<=concurrency or )timeout|timeout(?= \\d)", "--timeout");
    setting("(?<=load it with )force", "--force");
    setting("(?<=named by )the system property bpu4j\\.dnn\\.library", "--library");
    setting("-Dbpu4j\\.dnn\\.library=PATH", "--library PATH");
    setting("core id(?= -?\\d)", "--core");
    setting("priority(?= -?\\d)", "--priority");
    setting("(?<=raise )-Xmx", "-Xmx in BPU4J_JAVA_OPTS");
    setting("give a model file", "give a model file with --model");
  }

  private SettingNames() {}

  private static void setting(String name, String option) {
    OPTIONS.put(Pattern.compile("(?<![\\w./-])(?:" + name + ")(?![\\w/-]|\\.\\w)"), option);
  }

  static String asOptions(String message) {
    String text = message;
    for (Map.Entry<Pattern, String> each : OPTIONS.entrySet()) {
      text = each.getKey().matcher(text).replaceAll(each.getValue());
    }
    return text;
  }
}
