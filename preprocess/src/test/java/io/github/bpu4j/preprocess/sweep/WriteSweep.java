// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes every file of the sweep into a folder, for the script that asks OpenCV. */
final class WriteSweep {
  private WriteSweep() {}

  /**
   * Writes {@code FAMILY/NAME.jpg}.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, List<JpegPlan>> family : Sweep.families().entrySet()) {
      Path folder = Files.createDirectories(Path.of(args[0]).resolve(family.getKey()));
      for (JpegPlan plan : family.getValue()) {
        Files.write(folder.resolve(plan + ".jpg"), JpegFile.of(plan));
      }
    }
  }
}
