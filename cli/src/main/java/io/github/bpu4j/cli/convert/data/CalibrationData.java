// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.data;

import io.github.bpu4j.cli.convert.plan.ConversionPlan;
import io.github.bpu4j.cli.convert.plan.Finding;
import io.github.bpu4j.cli.convert.plan.Trap;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.RgbConverter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The folder of calibration data, a file per picture.
 *
 * @param pictures those that were used, in the order of the files
 * @param findings what was wrong with others
 */
public record CalibrationData(List<Path> pictures, List<Finding> findings) {
  /** Name of the folder; the compiler takes the type of the data from such an ending. */
  public static final String FOLDER = "calibration_f32";

  private static final int CHANNELS = 3;

  /** Copies the lists. */
  public CalibrationData {
    pictures = List.copyOf(pictures);
    findings = List.copyOf(findings);
  }

  /**
   * Writes the data of as many pictures as wanted, leaving out those that cannot be used.
   *
   * <p>Files are numbered in the order of the pictures' paths, so that no name of a user's file
   * gets into what he may publish.
   *
   * @param folder empty
   * @param progress called with the number of pictures done
   * @param stopped polled before each picture
   */
  public static CalibrationData write(
      ConversionPlan plan,
      PictureChoice choice,
      int wanted,
      DecodeLimits limits,
      Path folder,
      IntConsumer progress,
      BooleanSupplier stopped)
      throws IOException {
    RgbConverter converter =
        new RgbConverter(
            plan.fit(), plan.interpolation(), plan.size().width(), plan.size().height());
    List<Finding> findings = new ArrayList<>();
    TreeMap<Path, Path> chosen = new TreeMap<>();
    for (Path picture : choice.pictures()) {
      if (chosen.size() == wanted || stopped.getAsBoolean()) {
        break;
      }
      Optional<byte[]> data = tensor(plan, converter, picture, limits, findings::add);
      if (data.isPresent()) {
        Path unsorted = folder.resolve(chosen.size() + ".part");
        chosen.put(picture, Files.write(unsorted, data.get()));
        progress.accept(chosen.size());
      }
    }
    int number = 0;
    for (Path unsorted : chosen.values()) {
      Files.move(unsorted, folder.resolve(String.format(Locale.ROOT, "%04d.f32", number++)));
    }
    return new CalibrationData(List.copyOf(chosen.keySet()), findings);
  }

  private static Optional<byte[]> tensor(
      ConversionPlan plan,
      RgbConverter converter,
      Path picture,
      DecodeLimits limits,
      Consumer<Finding> findings) {
    try {
      byte[] rgb = converter.convert(ImageFrame.read(picture, limits));
      byte[] data = CalibrationTensor.of(rgb, plan.colors().order(), plan.layout());
      Optional<Text> objection = CalibrationTensor.objection(data, data.length);
      objection.ifPresent(
          reason -> findings.accept(Finding.warning(Trap.FLAT_PICTURE, leftOut(picture, reason))));
      return objection.isPresent() ? Optional.empty() : Optional.of(data);
    } catch (IOException | IllegalArgumentException e) {
      String reason = Failures.text(e).replace(picture + ": ", "");
      findings.accept(Finding.warning(Trap.UNREADABLE_PICTURE, leftOut(picture, reason)));
      return Optional.empty();
    }
  }

  private static Text leftOut(Path picture, Object reason) {
    return Text.of("trap.left-out", "%s is left out: %s", picture, reason);
  }

  /** What is wrong with the files of a folder, before they go to the compiler. */
  public static List<Finding> check(ConversionPlan plan, Path folder) throws IOException {
    int length = CHANNELS * plan.size().width() * plan.size().height() * Float.BYTES;
    List<Finding> findings = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        (Files.isRegularFile(file)
                ? CalibrationTensor.objection(Files.readAllBytes(file), length)
                : Optional.of(
                    Text.of(
                        "trap.not-a-file",
                        "not a file; the compiler reads everything in this folder")))
            .ifPresent(
                reason ->
                    findings.add(
                        Finding.error(
                            Trap.BAD_DATA, Text.of("trap.bad-data", "%s: %s", file, reason))));
      }
    }
    return findings;
  }
}
