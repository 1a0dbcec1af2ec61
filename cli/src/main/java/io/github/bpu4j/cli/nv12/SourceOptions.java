// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.nv12;

import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.io.StandardInput;
import io.github.bpu4j.cli.options.DecodeOptions;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Region;
import io.github.bpu4j.preprocess.Rotation;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Options that describe the input file: its layout if it is raw, the region to use, a rotation. */
final class SourceOptions {
  @Option(
      names = "--crop",
      paramLabel = "X,Y,W,H",
      converter = Regions.class,
      description = "Use only this region of the upright picture, in pixels.")
  private @Nullable Region crop;

  @Option(
      names = "--rotate",
      paramLabel = "DEGREES",
      description = "Rotate clockwise after the crop: 0, 90, 180 or 270 (${DEFAULT-VALUE}).")
  private int degrees;

  @Option(
      names = "--from",
      paramLabel = "LAYOUT",
      description = {
        "PICTURE is one raw frame: ${COMPLETION-CANDIDATES}.",
        "By default PICTURE is a picture file, whose format is detected."
      })
  private @Nullable RawFormat format;

  @Option(
      names = "--from-size",
      paramLabel = "WxH[:PITCH]",
      converter = RawSize.Converter.class,
      description =
          "Size of the raw frame in pixels; PITCH is the bytes per row if rows are padded.")
  private @Nullable RawSize size;

  @Option(
      names = "--from-range",
      paramLabel = "RANGE",
      description = "Range of a raw camera frame: FULL or VIDEO (${DEFAULT-VALUE}).")
  private YuvRange range = YuvRange.VIDEO;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Mixin private DecodeOptions decoding = new DecodeOptions();

  /** What is wrong with the combination of options, or null. */
  @Nullable String contradiction() {
    if (degrees != 0 && degrees != 90 && degrees != 180 && degrees != 270) {
      return "--rotate must be 0, 90, 180 or 270, not " + degrees;
    }
    if (format != null && size == null) {
      return "--from needs --from-size WxH[:PITCH]: a raw file does not contain its size";
    }
    if (format == null && size != null) {
      return "--from-size needs --from LAYOUT: a picture file contains its size";
    }
    if (format != null && decoding.given().isPresent()) {
      return decoding.given().get() + " applies to picture files, not to raw frames";
    }
    ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
    if (format == null && parsed.hasMatchedOption("--from-range")) {
      return "--from-range needs --from LAYOUT: a picture file has no range to choose";
    }
    return range == YuvRange.AUTO ? "--from-range must be FULL or VIDEO, not AUTO" : null;
  }

  /** Reads the file and applies crop and rotation. */
  ImageFrame read(Path file) throws IOException {
    ImageFrame frame =
        format == null || size == null
            ? StandardInput.decode(file, decoding.limits())
            : readRaw(file, format, size);
    return (crop == null ? frame : frame.crop(crop)).rotate(Rotation.ofDegrees(degrees));
  }

  private ImageFrame readRaw(Path file, RawFormat layout, RawSize frame) throws IOException {
    int pitch = frame.pitch() == 0 ? layout.tightPitch(frame.width()) : frame.pitch();
    long expected = layout.bytes(frame.height(), pitch);
    String described =
        "a %s frame of %dx%d with a pitch of %d has %d; check --from-size"
            .formatted(layout, frame.width(), frame.height(), pitch, expected);
    ByteBuffer bytes =
        StandardInput.isNamedBy(file)
            ? rawStandardInput(expected, described)
            : rawFile(file, expected, described);
    return layout.frame(bytes, frame.width(), frame.height(), pitch, range);
  }

  private static ByteBuffer rawFile(Path file, long expected, String described) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            PathCheck.file(file, "a file with a raw frame"), StandardOpenOption.READ)) {
      if (channel.size() != expected || expected > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "%s: %d bytes, but %s".formatted(file, channel.size(), described));
      }
      return channel.map(MapMode.READ_ONLY, 0, expected);
    }
  }

  private static ByteBuffer rawStandardInput(long expected, String described) throws IOException {
    byte[] bytes = StandardInput.atMost(expected + 1);
    if (bytes.length != expected) {
      String found = bytes.length > expected ? "more bytes" : bytes.length + " bytes";
      throw new IllegalArgumentException(
          "%s: %s, but %s".formatted(StandardInput.NAME, found, described));
    }
    return ByteBuffer.wrap(bytes);
  }
}
