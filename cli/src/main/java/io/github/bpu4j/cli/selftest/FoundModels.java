// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest;

import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.ZooModel;
import io.github.bpu4j.models.download.DownloadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The model files to test.
 *
 * @param files by the model's name in the records
 * @param missing models that were asked for and are not there, with the command that gets them
 */
record FoundModels(Map<String, Path> files, List<Wording> missing) {
  /** Where the board's image has four of the published models. */
  private static final Path BOARD = Path.of("/opt/hobot/model/x5/basic");

  /**
   * Looks for models.
   *
   * @param wanted names or files; if empty, all models of the records that are on this machine
   */
  static FoundModels of(List<String> wanted, List<AnswerRecord> records) {
    FoundModels found = new FoundModels(new LinkedHashMap<>(), new ArrayList<>());
    if (wanted.isEmpty()) {
      records.stream()
          .map(AnswerRecord::name)
          .distinct()
          .forEach(name -> file(name, records).ifPresent(file -> found.files.put(name, file)));
    }
    wanted.forEach(model -> found.add(model, records));
    return found;
  }

  /**
   * Returns the file of a model that was found.
   *
   * @throws NullPointerException if it was not
   */
  Path file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private void add(String wanted, List<AnswerRecord> records) {
    Path path = Path.of(wanted);
    if (Files.isRegularFile(path)) {
      files.put(nameOf(path, records), path);
      return;
    }
    String name = ModelZoo.find(wanted).map(ZooModel::name).orElse(wanted);
    file(name, records)
        .ifPresentOrElse(
            file -> files.put(name, file),
            () ->
                missing.add(
                    ModelZoo.find(name).isPresent()
                        ? new Wording(
                            name + " is not on this machine; run: bpu4j models get " + name,
                            "本机没有 " + name + "；请运行：bpu4j models get " + name)
                        : new Wording(
                            "no file and no published model is named " + wanted,
                            "没有名为 " + wanted + " 的文件或公布的模型")));
  }

  /** The record's model of which this is the file; else the file's own name. */
  private static String nameOf(Path file, List<AnswerRecord> records) {
    String name = String.valueOf(file.getFileName());
    return records.stream()
        .filter(row -> fileName(row).equals(name))
        .map(AnswerRecord::name)
        .findFirst()
        .orElse(name.replaceFirst("\\.[^.]*$", ""));
  }

  private static Optional<Path> file(String name, List<AnswerRecord> records) {
    return fetched(name)
        .or(
            () ->
                records.stream()
                    .filter(row -> row.name().equals(name))
                    .map(row -> BOARD.resolve(fileName(row)))
                    .filter(Files::isRegularFile)
                    .findFirst());
  }

  private static String fileName(AnswerRecord row) {
    return row.modelFile().substring(row.modelFile().lastIndexOf('/') + 1);
  }

  /** A cache that cannot be used has no models; doctor says why. */
  private static Optional<Path> fetched(String name) {
    try {
      Optional<ZooModel> model = ModelZoo.find(name);
      return model.isPresent()
          ? model.get().fetched(DownloadOptions.ofProcess())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
