// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.nv12;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bpu4j.cli.io.CompleteFile;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.StandardInput;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.options.PreprocessingOptions;
import io.github.bpu4j.cli.options.Size;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j nv12}: writes the bytes that a model receives for a picture. */
@Command(
    name = "nv12",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes a picture as raw NV12: all rows of Y, then rows of interleaved U and V.",
    footerHeading = "%nExamples; the last line shows what the first has written:%n",
    footer = {
      "  bpu4j nv12 --size 224x224 --range VIDEO photo.jpg photo.nv12",
      "  bpu4j nv12 --from yuyv --from-size 1280x720 --rotate 180 frame.raw frame.nv12",
      "  ffplay -f rawvideo -pixel_format nv12 -video_size 224x224 photo.nv12"
    })
public final class Nv12Command implements Callable<Integer> {
  private static final Path STDOUT = Path.of("-");

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "PICTURE",
      description = "Picture file, or raw frame with --from; - for standard input.")
  private Path picture = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "File to write; - for stdout.")
  private Path out = Path.of("");

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Width and height in pixels, both even (224x224).")
  private Size size = new Size(224, 224);

  @Mixin private PreprocessingOptions options = new PreprocessingOptions();

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(names = "--json", description = "Print what was written as a JSON object.")
  private boolean json;

  public Nv12Command(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    boolean toStdout = out.equals(STDOUT);
    if (toStdout && json) {
      throw usage("--json and the picture cannot both go to stdout");
    }
    boolean bothAreFiles = !StandardInput.isNamedBy(picture) && Files.exists(picture);
    if (bothAreFiles && Files.exists(out) && Files.isSameFile(picture, out)) {
      throw usage("OUT is the picture itself: " + out);
    }
    String contradiction = source.contradiction();
    if (contradiction != null) {
      throw usage(contradiction);
    }
    Preprocessing chosen = options.preprocessing();
    Preprocessing settings = chosen.withRange(chosen.range().orElse(YuvRange.VIDEO));
    try {
      if (!toStdout) {
        PathCheck.writable(out);
      }
      byte[] bytes = convert(settings);
      if (!toStdout) {
        CompleteFile.write(out, bytes);
      }
      streams.result(toStdout ? bytes : report(settings, bytes.length).getBytes(UTF_8));
    } catch (ResultsClosedException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      return failed(e);
    }
    return ExitCode.OK;
  }

  private byte[] convert(Preprocessing settings) throws IOException {
    Nv12Buffer target = Nv12Buffer.allocate(size.width(), size.height());
    new Nv12Converter(settings, size.width(), size.height()).convert(source.read(picture), target);
    return target.bytes().array();
  }

  private int failed(Exception failure) throws ResultsClosedException {
    if (json) {
      streams.result(
          Json.line(
              line -> {
                line.writeStringField("file", picture.toString());
                Json.error(line, failure);
              }));
    } else {
      streams.message(Failures.text(failure));
    }
    return ExitCode.ITEM_FAILED;
  }

  private String report(Preprocessing settings, int bytes) {
    if (!json) {
      return streams
          .texts()
          .text(
              "nv12.written",
              "%s: NV12 %dx%d, range %s, %d bytes%n",
              TerminalText.printable(out.toString()),
              size.width(),
              size.height(),
              settings.range(),
              bytes);
    }
    return Json.line(
        line -> {
          line.writeStringField("file", picture.toString());
          line.writeStringField("out", out.toString());
          line.writeNumberField("width", size.width());
          line.writeNumberField("height", size.height());
          line.writeNumberField("bytes", bytes);
          line.writeStringField("fit", settings.fit().name());
          line.writeStringField("interpolation", settings.interpolation().name());
          line.writeStringField("range", settings.range().name());
          line.writeStringField("chroma", settings.chroma().name());
        });
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
