// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes clips with the {@code ffmpeg} of this machine; nothing is downloaded. */
public final class VideoClips {
  private VideoClips() {}

  /** Whether the tests can run: in continuous integration they must, and fail without ffmpeg. */
  public static boolean isFfmpegInstalled() {
    return find().isPresent() || "true".equals(System.getenv("CI"));
  }

  /**
   * Returns the {@code ffmpeg} on the {@code PATH}.
   *
   * @throws IllegalStateException if there is none
   */
  public static Path ffmpeg() {
    return find()
        .orElseThrow(
            () -> new IllegalStateException("ffmpeg is not installed: apt-get install ffmpeg"));
  }

  /** Makes a clip of pictures, each stretched to the size and shown for some seconds, in H.264. */
  public static void h264(List<Path> pictures, int seconds, String size, Path file)
      throws IOException, InterruptedException {
    slides(pictures, seconds, size, List.of("-c:v", "libx264", "-preset", "ultrafast"), file);
  }

  /** Makes a clip of pictures in MJPEG, as cameras send it: JPEG frames of the full range. */
  public static void mjpeg(List<Path> pictures, int seconds, String size, Path file)
      throws IOException, InterruptedException {
    slides(pictures, seconds, size, List.of("-c:v", "mjpeg", "-q:v", "3"), file);
  }

  private static void slides(
      List<Path> pictures, int seconds, String size, List<String> codec, Path file)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    StringBuilder filter = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < pictures.size(); i++) {
      String picture = pictures.get(i).toString();
      arguments.addAll(List.of("-loop", "1", "-framerate", "30", "-t", Integer.toString(seconds)));
      arguments.addAll(List.of("-i", picture));
      filter.append("[%d:v]scale=%s,setsar=1[p%d];".formatted(i, size, i));
      all.append("[p%d]".formatted(i));
    }
    filter.append(all).append("concat=n=%d:v=1".formatted(pictures.size()));
    String pixels = codec.contains("mjpeg") ? "yuvj420p" : "yuv420p";
    arguments.addAll(List.of("-filter_complex", filter + ",format=" + pixels));
    arguments.addAll(codec);
    run(arguments, file);
  }

  /**
   * Runs ffmpeg.
   *
   * @param arguments before the file
   * @param file to write, replaced if it exists
   * @throws IOException if it fails
   */
  public static void run(List<String> arguments, Path file)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(ffmpeg().toString(), "-nostdin", "-loglevel", "error", "-y"));
    command.addAll(arguments);
    command.add(file.toString());
    ProgramRun.of(new ProcessBuilder(command)).outOfSuccess();
  }

  private static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "ffmpeg"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
