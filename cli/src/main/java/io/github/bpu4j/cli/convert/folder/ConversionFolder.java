// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.cli.convert.data.CalibrationData;
import io.github.bpu4j.cli.convert.plan.ConversionPlan;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder that a conversion makes, which appears under its name when it is complete.
 *
 * <p>Until then its content is in a hidden folder beside it, which {@link #close} deletes.
 */
public final class ConversionFolder implements AutoCloseable {
  private final Path target;
  private final Path part;

  private ConversionFolder(Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  /**
   * Requires that a folder can be made under a name.
   *
   * @param replaced whether one that holds a conversion is replaced
   * @throws IOException that names it and says what to do
   */
  public static void check(Path target, boolean replaced) throws IOException {
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new FileSystemException(
          target.toString(), null, "this is a file, expected a folder or a new name");
    }
    if (isEmpty(target)) {
      return;
    }
    if (!Files.isDirectory(target.resolve(CalibrationData.FOLDER))) {
      throw new FileSystemException(
          target.toString(), null, "this folder holds something else; name a new one");
    }
    if (!replaced) {
      throw new FileSystemException(
          target.toString(), null, "this folder holds a conversion; add --force to replace it");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return true;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  /** Begins a folder. */
  public static ConversionFolder begin(Path target) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    Path above = Objects.requireNonNull(absolute.getParent(), "the root is a folder already");
    Path part = above.resolve("." + UUID.randomUUID() + ".part");
    Files.createDirectories(part.resolve(CalibrationData.FOLDER));
    return new ConversionFolder(absolute, part);
  }

  /** Where its content is written. */
  public Path path() {
    return part;
  }

  /** Writes all but the calibration data. */
  public void write(ConversionPlan plan, byte[] network, String optimization, int pictures)
      throws IOException {
    Path onnx = part.resolve(plan.name() + ".onnx");
    Files.write(onnx, network);
    for (String name : plan.network().externalFiles()) {
      Path copy = part.resolve(name).normalize();
      if (!copy.startsWith(part)) {
        throw new IOException(
            "weights in " + name + ": expected a file beside the network, not elsewhere");
      }
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(plan.network().path().toAbsolutePath().resolveSibling(name), copy);
    }
    Files.writeString(part.resolve(plan.name() + ".yaml"), YamlText.of(plan, optimization));
    Files.write(
        ModelMetadata.fileFor(part.resolve(plan.name() + ".bin")),
        plan.metadata().toJson().getBytes(UTF_8));
    Files.writeString(part.resolve("README.md"), ReadmeText.of(plan, pictures));
  }

  /** Gives the folder its name; what was there before is deleted. */
  public Path complete() throws IOException {
    Path before = part.resolveSibling(part.getFileName() + ".old");
    if (Files.exists(target)) {
      Files.move(target, before);
    }
    Files.move(part, target);
    FolderTree.delete(before);
    return target;
  }

  @Override
  public void close() throws IOException {
    FolderTree.delete(part);
  }
}
