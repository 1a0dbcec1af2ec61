// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the data says what a picture shows.
 *
 * @since 0.1.0
 */
public final class GroundTruth {
  private final String layout;
  private final String silent;
  private final Opener opener;

  /** Starts a walk over the pictures of a folder. */
  @FunctionalInterface
  private interface Opener {
    PictureSource open(Path folder) throws IOException;
  }

  private GroundTruth(String layout, String silent, Opener opener) {
    this.layout = layout;
    this.silent = silent;
    this.opener = opener;
  }

  /** A folder per class: the label is the name of the first folder below the data's. */
  public static GroundTruth folders() {
    return new GroundTruth(
        "a folder per class",
        "is in no folder of a class",
        folder ->
            new FolderWalk(folder, path -> path.substring(0, Math.max(0, path.indexOf('/')))));
  }

  /** The label is the synset id in the name of the file, such as {@code n01440764_tench.JPEG}. */
  public static GroundTruth names() {
    return new GroundTruth(
        "a synset id in each name",
        "has no synset id such as n01440764 in its name",
        folder ->
            new FolderWalk(
                folder, path -> Synsets.in(path.substring(path.lastIndexOf('/') + 1)).orElse("")));
  }

  /**
   * The rows of a CSV file, {@code path,label}; only its pictures are evaluated.
   *
   * @param file UTF-8; paths are relative to the folder of the data
   */
  public static GroundTruth csv(Path file) {
    return new GroundTruth(
        "rows of " + file.getFileName(),
        "has no label in " + file,
        folder -> new CsvPictures(file, folder));
  }

  /**
   * The layout of ImageNet's validation set: the file's n-th line is the label of the picture with
   * number n in its name, or each line names a picture and its label.
   */
  public static GroundTruth file(Path file) {
    return file(file, null);
  }

  /**
   * As {@link #file(Path)}, for numbers of ImageNet's development kit.
   *
   * @param ids what the numbers mean: a synset id and its number on each line, as in the kit's
   *     {@code map_clsloc.txt}
   */
  public static GroundTruth file(Path file, @Nullable Path ids) {
    return new GroundTruth(
        "lines of " + file.getFileName(),
        "has no line in " + file,
        folder -> {
          if (TruthFile.namesPictures(file)) {
            return new TruthPictures(file, folder);
          }
          TruthFile labels = TruthFile.read(file, ids);
          return new FolderWalk(folder, labels::label);
        });
  }

  /**
   * Goes by what the folder holds: folders mean {@link #folders}, pictures {@link #names}.
   *
   * @throws IOException if the folder cannot be read or has neither
   */
  public static GroundTruth of(Path folder) throws IOException {
    boolean pictures = false;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".") && Files.isDirectory(file)) {
          return folders();
        }
        pictures |= FolderWalk.isPicture(name);
      }
    }
    if (!pictures) {
      throw new NoSuchFileException(
          folder.toString(), null, "no picture in this folder, and no folder of a class");
    }
    return names();
  }

  /** Goes by the name of a file with labels: {@code .csv} means {@link #csv}. */
  public static GroundTruth ofFile(Path file, @Nullable Path ids) {
    boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    return csv ? csv(file) : file(file, ids);
  }

  PictureSource open(Path folder) throws IOException {
    return opener.open(folder);
  }

  String silent() {
    return silent;
  }

  /** The layout in words. */
  @Override
  public String toString() {
    return layout;
  }
}
