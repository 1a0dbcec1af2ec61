// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ffmpeg} of this machine.
 *
 * @param path its name on the {@code PATH}, or its file
 * @param hasFpsMode whether it knows {@code -fps_mode}, as 5.1 and newer do; older ones call it
 *     {@code -vsync}
 */
record FfmpegProgram(String path, boolean hasFpsMode) {
  private static final String PROPERTY = "bpu4j.ffmpeg";
  private static final String VARIABLE = "BPU4J_FFMPEG";
  private static final Pattern VERSION = Pattern.compile("^ffmpeg version n?(\\d+)\\.(\\d+)");

  /** The program that is set for this process, from the property or else from the variable. */
  static String configured(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> variables) {
    String property = properties.apply(PROPERTY);
    if (property != null && !property.isEmpty()) {
      return property;
    }
    String variable = variables.apply(VARIABLE);
    return variable != null && !variable.isEmpty() ? variable : "ffmpeg";
  }

  /** Asks a program for its version. */
  static FfmpegProgram ask(String path) throws VideoException {
    try {
      Process process =
          new ProcessBuilder(List.of(path, "-hide_banner", "-version"))
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      if (exit != 0 || !text.startsWith("ffmpeg version")) {
        throw VideoErrors.noFfmpeg(
            path, new IOException("it ended with code " + exit + " and said: " + text.strip()));
      }
      return new FfmpegProgram(path, hasFpsMode(text));
    } catch (VideoException e) {
      throw e;
    } catch (IOException e) {
      throw VideoErrors.noFfmpeg(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw VideoErrors.noFfmpeg(path, e);
    }
  }

  /** Versions without a number are builds of the newest sources. */
  static boolean hasFpsMode(String versionText) {
    Matcher version = VERSION.matcher(versionText);
    if (!version.find()) {
      return true;
    }
    int major = Integer.parseInt(version.group(1));
    return major > 5 || (major == 5 && Integer.parseInt(version.group(2)) >= 1);
  }
}
