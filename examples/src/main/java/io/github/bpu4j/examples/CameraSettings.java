// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of the camera example.
 *
 * @param model the model; null for the one that a runtime bundles
 * @param raw a file of NV12 frames; null for a generated stream
 * @param width of a frame in pixels, even
 * @param height of a frame in pixels, even
 * @param frames maximum number of frames
 * @param framesPerSecond rate of the camera
 * @param inFlight how many frames are in flight at most
 */
record CameraSettings(
    @Nullable Path model,
    @Nullable Path raw,
    int width,
    int height,
    int frames,
    double framesPerSecond,
    int inFlight) {
  static final String USAGE =
      "Usage: CameraFrames [--model FILE] [--raw FILE] [--size WxH] [--frames N] [--fps N]"
          + " [--in-flight N]";

  private static final Set<String> KNOWN =
      Set.of("--model", "--raw", "--size", "--frames", "--fps", "--in-flight");

  private static final Map<String, String> DEFAULTS =
      Map.of("--size", "1920x1080", "--frames", "300", "--fps", "30", "--in-flight", "3");

  CameraSettings {
    if (width < 2 || height < 2 || ((width | height) & 1) != 0) {
      throw new IllegalArgumentException(
          "--size " + width + "x" + height + ": NV12 needs even sides of 2 or more");
    }
    if (frames < 1 || !(framesPerSecond > 0) || inFlight < 1 || inFlight > 64) {
      throw new IllegalArgumentException(
          "--frames and --fps must be above 0, --in-flight 1..64; got %d, %s, %d"
              .formatted(frames, framesPerSecond, inFlight));
    }
  }

  static CameraSettings parse(String[] arguments) {
    Map<String, String> values = new HashMap<>(DEFAULTS);
    for (int i = 0; i < arguments.length; i += 2) {
      if (!KNOWN.contains(arguments[i])) {
        throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      values.put(arguments[i], arguments[i + 1]);
    }
    String model = values.get("--model");
    String raw = values.get("--raw");
    String[] sides = values.getOrDefault("--size", "").split("x", 2);
    return new CameraSettings(
        model == null ? null : Path.of(model),
        raw == null ? null : Path.of(raw),
        Integer.parseInt(sides[0]),
        Integer.parseInt(sides[sides.length - 1]),
        Integer.parseInt(values.get("--frames")),
        Double.parseDouble(values.get("--fps")),
        Integer.parseInt(values.get("--in-flight")));
  }

  int frameBytes() {
    return Math.toIntExact((long) width * height * 3 / 2);
  }

  FrameSource open() throws IOException {
    return raw == null ? new GeneratedFrames(width, height) : new RawFrames(raw);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d frames of %dx%d from %s at %.1f per second, %d in flight",
        frames,
        width,
        height,
        raw == null ? "a generated stream" : raw,
        framesPerSecond,
        inFlight);
  }
}
