// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.video.VideoException.Reason;
import java.util.List;
import java.util.Locale;

/** Tells what {@code ffmpeg} says on stderr in one line with a remedy. */
final class VideoErrors {
  /** Exit codes above it are signals, up to SIGSYS; ffmpeg has codes of its own above those. */
  private static final int SIGNALS = 128;

  private static final int LAST_SIGNAL = 31;

  private VideoErrors() {}

  /** What part of a line means which failure, the first that fits. */
  private record Sign(String part, Reason reason, String remedy) {}

  private static final List<Sign> SIGNS =
      List.of(
          new Sign(
              "device or resource busy",
              Reason.BUSY,
              "another program uses it; 'fuser -v SOURCE' shows which"),
          new Sign(
              "permission denied",
              Reason.NO_PERMISSION,
              "add yourself to its group, for a camera 'sudo usermod -aG video $USER', and log in"
                  + " again"),
          new Sign("401 unauthorized", Reason.NO_PERMISSION, "put user:password@ before the host"),
          new Sign("403 forbidden", Reason.NO_PERMISSION, "the server refuses this user"),
          new Sign(
              "inappropriate ioctl", Reason.CODEC, "it is not a camera; 'v4l2-ctl --list-devices'"),
          new Sign(
              "not a video capture device",
              Reason.CODEC,
              "it delivers no pictures; 'v4l2-ctl --list-devices' shows the camera's other names"),
          new Sign("unknown input format", Reason.CODEC, "this ffmpeg has no support for cameras"),
          new Sign("failed to resolve", Reason.NOT_FOUND, "check the host's name"),
          new Sign("404 not found", Reason.NOT_FOUND, "check the path behind the host"),
          new Sign("no such file", Reason.NOT_FOUND, "check the name"),
          new Sign("no such device", Reason.NOT_FOUND, "check that it is plugged in"),
          new Sign("connection refused", Reason.NO_ANSWER, "check host, port and that it is on"),
          new Sign("timed out", Reason.NO_ANSWER, "check host, port and that it is on"),
          new Sign("no route to host", Reason.NO_ANSWER, "check the network"),
          new Sign("network is unreachable", Reason.NO_ANSWER, "check the network"),
          new Sign(
              "does not contain any stream", Reason.CODEC, "it has no video; give one that has"),
          new Sign("matches no streams", Reason.CODEC, "it has no video; give one that has"),
          new Sign(
              "could not find codec parameters",
              Reason.CODEC,
              "its video is damaged or of a codec that this ffmpeg does not know"),
          new Sign("unknown decoder", Reason.CODEC, "install an ffmpeg with that decoder"),
          new Sign("decoder not found", Reason.CODEC, "install an ffmpeg with that decoder"),
          new Sign("no decoder", Reason.CODEC, "install an ffmpeg with that decoder"),
          new Sign(
              "invalid data found",
              Reason.CODEC,
              "it is not a video, damaged, or of a codec that this ffmpeg does not know"));

  static VideoException notFound(VideoInput input) {
    return new VideoException(
        Reason.NOT_FOUND,
        input.kind() == VideoInput.Kind.DEVICE
            ? "no camera " + input + "; plug it in, 'ls /dev/video*' shows what is there"
            : "no file " + input + "; check the name");
  }

  static VideoException folder(VideoInput input) {
    return new VideoException(Reason.CODEC, input + " is a folder, expected a video");
  }

  static VideoException noPermission(VideoInput input) {
    return new VideoException(
        Reason.NO_PERMISSION,
        input.kind() == VideoInput.Kind.DEVICE
            ? "may not read "
                + input
                + "; 'sudo usermod -aG video $USER' and log in again, or see its group with 'ls -l'"
            : "may not read " + input + "; change its mode or owner");
  }

  static VideoException noFfmpeg(String program, Throwable cause) {
    return new VideoException(
        Reason.NO_FFMPEG,
        "cannot start '"
            + program
            + "'; install it ('sudo apt install ffmpeg'), or name it with bpu4j.ffmpeg or"
            + " BPU4J_FFMPEG",
        cause);
  }

  static VideoException streamEnded(VideoInput input) {
    return new VideoException(Reason.INTERRUPTED, input + " ended the stream; check what sends it");
  }

  static VideoException silent(VideoInput input, long seconds) {
    return new VideoException(
        Reason.NO_ANSWER,
        input + " sent no frame for " + seconds + " s; check that it is on and connected");
  }

  /**
   * Says why {@code ffmpeg} ended.
   *
   * @param lines the last lines on stderr
   * @param frames how many frames it delivered
   */
  static VideoException ended(VideoInput input, List<String> lines, int exit, long frames) {
    if (exit > SIGNALS && exit <= SIGNALS + LAST_SIGNAL) {
      return new VideoException(
          Reason.INTERRUPTED,
          "%s: ffmpeg was killed by signal %d after %d frames; 'dmesg' tells if memory was short"
              .formatted(input, exit - SIGNALS, frames));
    }
    for (Sign sign : SIGNS) {
      for (String line : lines) {
        if (line.toLowerCase(Locale.ROOT).contains(sign.part)) {
          return new VideoException(
              sign.reason,
              "%s: %s; %s"
                  .formatted(input, tidy(line), sign.remedy.replace("SOURCE", input.address())));
        }
      }
    }
    String last = lines.isEmpty() ? "it said nothing" : tidy(lines.get(lines.size() - 1));
    return new VideoException(
        frames > 0 ? Reason.INTERRUPTED : Reason.OTHER,
        "%s: ffmpeg ended with code %d after %d frames: %s; run it by hand to see more"
            .formatted(input, exit, frames, last));
  }

  /** Without the address of ffmpeg's object and without passwords. */
  private static String tidy(String line) {
    return line.replaceFirst("^\\[([\\w,]+) @ 0x[0-9a-f]+\\] ", "")
        .replaceAll("(\\w+://)[^/@ ]*:[^/@ ]*@", "$1***@")
        .strip();
  }
}
