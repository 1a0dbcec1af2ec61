// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.PrivateFolder;
import io.github.bpu4j.models.download.DownloadListener;
import io.github.bpu4j.models.download.DownloadOptions;
import io.github.bpu4j.models.download.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where fetched models are: one private folder each, with the file, its metadata and a lock.
 *
 * @param root the folder of these folders
 */
record ModelCache(Path root) {
  private static final String FOLDER = "models";

  static ModelCache of(DownloadOptions options) throws IOException {
    Optional<Path> named = options.cache();
    return new ModelCache(
        (named.isPresent() ? named.get() : PrivateFolder.inCache(FOLDER)).toAbsolutePath());
  }

  /** Returns the model's folder, created if it is missing. */
  PrivateFolder folder(ZooModel model) throws IOException {
    return PrivateFolder.at(root.resolve(model.name()));
  }

  /** Returns the model's file if it is there with its metadata. */
  Optional<Path> find(ZooModel model) throws IOException {
    if (!Files.isDirectory(root.resolve(model.name()))) {
      return Optional.empty();
    }
    PrivateFolder folder = folder(model);
    Path file = folder.resolve(model.file().name());
    boolean whole =
        folder.has(model.file().name())
            && folder.has(String.valueOf(ModelMetadata.fileFor(file).getFileName()));
    return whole ? Optional.of(file) : Optional.empty();
  }

  Verification verify(ZooModel model) throws IOException {
    Path file =
        find(model)
            .orElseThrow(
                () ->
                    new NoSuchFileException(
                        root.resolve(model.name()).resolve(model.file().name()).toString(),
                        null,
                        model.name() + " has not been fetched"));
    String found = Sha256.of(file);
    Optional<String> known = model.file().sha256();
    return known.isPresent()
        ? new Verification(file, known.get(), model.file().sha256Source(), found)
        : new Verification(file, recorded(file), "recorded at first fetch", found);
  }

  private static String recorded(Path file) throws IOException {
    Object hash = ModelMetadata.read(ModelMetadata.fileFor(file)).info().get(ZooMetadata.SHA256);
    if (hash instanceof String text) {
      return text;
    }
    throw new IOException(
        ModelMetadata.fileFor(file) + " has no info.sha256 any more; remove and fetch the model");
  }

  boolean remove(ZooModel model, DownloadListener listener) throws IOException {
    if (!Files.isDirectory(root.resolve(model.name()))) {
      return false;
    }
    Path folder = folder(model).path();
    return FolderLock.during(folder, listener, () -> empty(folder));
  }

  /** Deletes everything but the lock, which others may be waiting for. */
  private static boolean empty(Path folder) throws IOException {
    boolean any = false;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!file.endsWith(FolderLock.NAME)) {
          Files.delete(file);
          any = true;
        }
      }
    }
    return any;
  }
}
