// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.PrivateFolder;
import io.github.bpu4j.models.download.CompletePart;
import io.github.bpu4j.models.download.Download;
import io.github.bpu4j.models.download.DownloadException;
import io.github.bpu4j.models.download.DownloadListener;
import io.github.bpu4j.models.download.DownloadOptions;
import io.github.bpu4j.models.download.Wanted;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one model into the cache. */
final class Fetch {
  private static final Logger LOG = LoggerFactory.getLogger(Fetch.class);

  private final ZooModel model;
  private final DownloadOptions options;
  private final DownloadListener listener;

  Fetch(ZooModel model, DownloadOptions options) {
    this.model = model;
    this.options = options;
    listener = options.listener();
  }

  Path run() throws IOException {
    ModelCache cache = ModelCache.of(options);
    Optional<Path> there = cache.find(model);
    if (there.isPresent()) {
      return there.get();
    }
    if (options.offline()) {
      throw DownloadException.lasting(
          "%s is not in %s, and in offline mode nothing is downloaded"
              .formatted(model.name(), cache.root()),
          null);
    }
    PrivateFolder folder = cache.folder(model);
    return FolderLock.during(
        folder.path(),
        listener,
        () -> {
          Optional<Path> since = cache.find(model);
          return since.isPresent() ? since.get() : download(folder);
        });
  }

  private Path download(PrivateFolder folder) throws IOException {
    URI url = options.baseUrl().orElse(ModelZoo.PUBLISHED_BASE_URL).resolve(model.file().path());
    note("%s: %s, license %s".formatted(model.name(), url, model.license()));
    Path target = folder.resolve(model.file().name());
    Wanted wanted = new Wanted(url, target, model.file().bytes(), model.file().sha256());
    CompletePart part = new Download(wanted, options).run();
    if (model.file().sha256().isEmpty()) {
      note(
          "%s: no hash is published; recorded SHA-256 %s of what came"
              .formatted(model.name(), part.sha256()));
    }
    publish(folder, part, url);
    return target;
  }

  /** The metadata first, so that a model under its name always has some. */
  private void publish(PrivateFolder folder, CompletePart part, URI url) throws IOException {
    String metadata =
        ZooMetadata.fetched(model, url.toString(), part.bytes(), part.sha256()).toJson();
    // Writing into a private folder deletes parts that nobody has touched for an hour.
    Files.setLastModifiedTime(part.part(), FileTime.from(Instant.now()));
    folder.write(
        String.valueOf(ModelMetadata.fileFor(part.target()).getFileName()),
        out -> out.write(metadata.getBytes(StandardCharsets.UTF_8)));
    part.publish();
  }

  private void note(String message) {
    LOG.info("{}", message);
    listener.note(message);
  }
}
