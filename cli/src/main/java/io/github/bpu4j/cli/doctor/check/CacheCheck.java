// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.api.spi.PrivateFolder;
import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.FolderContent;
import io.github.bpu4j.cli.doctor.view.SystemView;
import io.github.bpu4j.models.download.DownloadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders of this user for unpacked native code and for fetched models. */
public final class CacheCheck implements Check {
  /** ONNX Runtime unpacks 28 MB; the largest published models have about 100. */
  private static final long LEAST_BYTES = 200_000_000;

  @Override
  public List<Finding> examine(SystemView view, Board board) {
    if (!view.isLive()) {
      return List.of(Diagnosis.CACHE_NOT_READ.with("a tree has no user whose cache it could be"));
    }
    List<Finding> findings = new ArrayList<>();
    try {
      Path models = models();
      Path own = PrivateFolder.inCache("models").toAbsolutePath();
      Path all = own.resolveSibling("");
      findings.add(folder(all));
      if (!models.equals(own)) {
        findings.add(folder(models));
      }
    } catch (IOException | IllegalArgumentException e) {
      findings.add(Diagnosis.CACHE_UNUSABLE.with(String.valueOf(e.getMessage())));
    }
    return findings;
  }

  private static Path models() throws IOException {
    Optional<Path> named = DownloadOptions.builder().build().cache();
    return (named.isPresent() ? named.get() : PrivateFolder.inCache("models")).toAbsolutePath();
  }

  private static Finding folder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return absent(folder);
    }
    try (PrivateFolder own = PrivateFolder.at(folder)) {
      long free = Files.getFileStore(own.path()).getUsableSpace();
      String evidence =
          "%s, owner %s, %d MB free%n%s"
              .formatted(
                  folder,
                  Files.getOwner(own.path()).getName(),
                  free / 1_000_000,
                  FolderContent.of(own.path()).lines());
      return (free < LEAST_BYTES ? Diagnosis.CACHE_NO_SPACE : Diagnosis.CACHE_OK).with(evidence);
    } catch (IOException e) {
      return Diagnosis.CACHE_UNUSABLE.with(String.valueOf(e.getMessage()));
    }
  }

  /** A folder that is not there yet is created at the first start. */
  private static Finding absent(Path folder) throws IOException {
    Path parent = folder;
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      return Diagnosis.CACHE_UNUSABLE.with(
          folder + " cannot be created: this user cannot write to " + parent);
    }
    long free = Files.getFileStore(parent).getUsableSpace();
    String evidence = "%s, not created yet, %d MB free".formatted(folder, free / 1_000_000);
    return (free < LEAST_BYTES ? Diagnosis.CACHE_NO_SPACE : Diagnosis.CACHE_OK).with(evidence);
  }
}
