// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sorts a folder of photos into folders named after what they show: an application with tests. */
public final class PhotoSorter {
  private static final float SURE = 0.5f;

  private final Classifier classifier;

  /** Sorts by the classes of the given classifier, which the caller has to close. */
  public PhotoSorter(Classifier classifier) {
    this.classifier = classifier;
  }

  /**
   * Moves a photo into a folder next to it.
   *
   * <p>The folder has the name of the best class, or is {@code unsure} for a score below one half,
   * or {@code unreadable} for a damaged picture. If inference fails, the photo stays where it is.
   *
   * @return where the photo is now
   * @throws IOException if it cannot be moved
   */
  public Path sort(Path photo) throws IOException {
    String folder;
    try {
      Category best = classifier.classify(photo).best();
      folder = best.score() < SURE ? "unsure" : best.name();
    } catch (InferenceException | InferenceTimeoutException e) {
      return photo;
    } catch (IOException e) {
      folder = "unreadable";
    }
    Path target = photo.resolveSibling(folder).resolve(photo.getFileName());
    Files.createDirectories(target.getParent());
    return Files.move(photo, target);
  }

  /**
   * Sorts every file of a folder with a bundled model.
   *
   * @param arguments the folder
   * @throws IOException if it cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: PhotoSorter FOLDER");
      System.exit(2);
    }
    List<Path> photos;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      photos = files.filter(Files::isRegularFile).sorted().toList();
    }
    try (Classifier classifier = Classifier.openDefault()) {
      PhotoSorter sorter = new PhotoSorter(classifier);
      for (Path photo : photos) {
        System.out.println(photo + " -> " + sorter.sort(photo));
      }
    }
  }
}
