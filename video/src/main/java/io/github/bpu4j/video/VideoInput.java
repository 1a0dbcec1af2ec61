// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a source's text means.
 *
 * @param kind of source
 * @param address for {@code ffmpeg}
 */
record VideoInput(Kind kind, String address) {
  private static final Pattern NETWORK =
      Pattern.compile("(rtsps?|rtmps?|https?|udp|tcp|srt|rtp)://.*", Pattern.DOTALL);
  private static final Pattern LOGIN = Pattern.compile("^(\\w+://)[^/@]*:[^/@]*@");
  private static final String CAMERA = "camera:";
  private static final String DEVICES = "/dev/";

  /** Kinds of sources. */
  enum Kind {
    DEVICE,
    RTSP,
    NETWORK,
    FILE
  }

  static VideoInput of(String source) {
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          "an empty source, expected /dev/video0, rtsp://... or the name of a file");
    }
    if (source.startsWith(CAMERA) && source.length() > CAMERA.length()) {
      return new VideoInput(Kind.DEVICE, source.substring(CAMERA.length()));
    }
    if (source.startsWith(DEVICES)) {
      return new VideoInput(Kind.DEVICE, source);
    }
    String lower = source.toLowerCase(Locale.ROOT);
    if (lower.startsWith("rtsp://") || lower.startsWith("rtsps://")) {
      return new VideoInput(Kind.RTSP, source);
    }
    return new VideoInput(NETWORK.matcher(lower).matches() ? Kind.NETWORK : Kind.FILE, source);
  }

  boolean isLive() {
    return kind != Kind.FILE;
  }

  /** Refuses what a look at the file system shows to be impossible. */
  void requireThere() throws VideoException {
    if (kind == Kind.FILE || (kind == Kind.DEVICE && address.startsWith(DEVICES))) {
      Path path = Path.of(address);
      if (!Files.exists(path)) {
        throw VideoErrors.notFound(this);
      }
      if (Files.isDirectory(path)) {
        throw VideoErrors.folder(this);
      }
      if (!Files.isReadable(path)) {
        throw VideoErrors.noPermission(this);
      }
    }
  }

  /** The source for messages, without a password. */
  @Override
  public String toString() {
    Matcher login = LOGIN.matcher(address);
    return login.find() ? login.group(1) + "***@" + address.substring(login.end()) : address;
  }
}
