// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.models.download.DownloadException;
import io.github.bpu4j.models.download.DownloadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A classifier that the vendor publishes for the RDK X5.
 *
 * @param name its name here, such as {@code resnet18}
 * @param family such as {@code MobileNetV2}
 * @param file the published file
 * @param input what it takes
 * @param scores what it answers
 * @param figures size, accuracy and speed as published
 * @param disagreements facts that the vendor's pages state in two ways
 * @param license of the file; {@code unknown} where the vendor states none
 * @param source the page that the facts are from, as branch or commit and path in {@link
 *     ModelZoo#REPOSITORY}
 * @since 0.1.0
 */
public record ZooModel(
    String name,
    String family,
    PublishedFile file,
    PublishedInput input,
    PublishedScores scores,
    PublishedFigures figures,
    List<Disagreement> disagreements,
    String license,
    String source) {

  public ZooModel {
    disagreements = List.copyOf(disagreements);
  }

  /**
   * Returns the metadata that makes {@code Classifier.open} reproduce the vendor's printed answers:
   * labels, fit, interpolation and transform, and under {@code info} what the vendor's programs do
   * and where this is from. The color range stays what the model file says.
   */
  public ModelMetadata metadata() {
    return ZooMetadata.of(this);
  }

  /**
   * Downloads the model with what is set for this process, unless it is in the cache already.
   *
   * @throws IOException as {@link #fetch(DownloadOptions)} does
   */
  public Path fetch() throws IOException {
    return fetch(DownloadOptions.ofProcess());
  }

  /**
   * Downloads the model and writes its metadata beside it, unless both are in the cache already.
   *
   * <p>Several processes may do this at once: one downloads, the others wait and find its file.
   * What an interrupted download has left is continued.
   *
   * @return the file, for {@code Classifier.open}
   * @throws DownloadException if the server does not give the right file, or in offline mode
   * @throws IOException if the cache cannot be written or is not private to this user
   */
  public Path fetch(DownloadOptions options) throws IOException {
    return new Fetch(this, options).run();
  }

  /**
   * Returns the file, if it has been fetched; never uses the network.
   *
   * @throws IOException if the cache is not private to this user
   */
  public Optional<Path> fetched(DownloadOptions options) throws IOException {
    return ModelCache.of(options).find(this);
  }

  /**
   * Compares the fetched file's SHA-256 with the published one, or else with the one recorded when
   * it was fetched. Nothing is compared but the bytes.
   *
   * @throws IOException if it has not been fetched or cannot be read
   */
  public Verification verify(DownloadOptions options) throws IOException {
    return ModelCache.of(options).verify(this);
  }

  /**
   * Deletes the fetched file, its metadata, and what an interrupted download has left.
   *
   * @return whether there was any of it
   * @throws IOException if it cannot be deleted
   */
  public boolean remove(DownloadOptions options) throws IOException {
    return ModelCache.of(options).remove(this, options.listener());
  }
}
