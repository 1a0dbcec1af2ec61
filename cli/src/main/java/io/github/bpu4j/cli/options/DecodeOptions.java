// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.preprocess.DecodeLimits;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Limits on picture files, which keep a small file from filling the memory. */
public final class DecodeOptions {
  private static final List<String> NAMES =
      List.of("--max-pixels", "--max-side", "--max-bytes", "--max-jpeg-scans", "--max-memory");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      description = "Refuse pictures of more pixels than this (${DEFAULT-VALUE}).")
  private long pixels = DecodeLimits.defaults().maxPixels();

  @Option(
      names = "--max-side",
      paramLabel = "N",
      description = "Refuse pictures wider or higher than this, in pixels (${DEFAULT-VALUE}).")
  private int side = DecodeLimits.defaults().maxSide();

  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      description = "Refuse picture files larger than this (${DEFAULT-VALUE}).")
  private long bytes = DecodeLimits.defaults().maxBytes();

  @Option(
      names = "--max-jpeg-scans",
      paramLabel = "N",
      description = "Refuse JPEG files of more scans than this (${DEFAULT-VALUE}).")
  private int jpegScans = DecodeLimits.defaults().maxJpegScans();

  @Option(
      names = "--max-memory",
      paramLabel = "N",
      description =
          "Refuse JPEG files of several scans that need more bytes than this (a quarter of the"
              + " heap).")
  private long memory = DecodeLimits.defaults().maxMemory();

  /** The limits to decode with. */
  public DecodeLimits limits() {
    if (pixels < 1 || side < 1 || bytes < 1 || jpegScans < 1 || memory < 1) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          String.join(", ", NAMES) + " must be 1 or more");
    }
    return DecodeLimits.defaults()
        .withMaxPixels(pixels)
        .withMaxSide(side)
        .withMaxBytes(bytes)
        .withMaxJpegScans(jpegScans)
        .withMaxMemory(memory);
  }

  /** What decides whether a picture is read; not the memory, which another machine may have. */
  public String inWords() {
    return "%d pixels, side %d, %d bytes, %d scans".formatted(pixels, side, bytes, jpegScans);
  }

  /** The first of these options that the command line names. */
  public Optional<String> given() {
    ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
    return NAMES.stream().filter(parsed::hasMatchedOption).findFirst();
  }
}
