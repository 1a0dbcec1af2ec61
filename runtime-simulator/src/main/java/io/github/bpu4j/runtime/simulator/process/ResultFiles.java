// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.process;

import io.github.bpu4j.modelfile.ModelGraph.Value;
import io.github.bpu4j.runtime.simulator.graph.BpuNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files in which the simulator leaves its integers, one for each output of a node.
 *
 * <p>Their names hold the output's place in the node, and a name of the compiler's that may differ
 * from the one in the model file; only the place counts.
 */
final class ResultFiles {
  private static final Pattern NAME = Pattern.compile("hbdk_output(\\d{1,4})_.*_elem_int\\.txt");

  private ResultFiles() {}

  /**
   * Reads all of a node's outputs.
   *
   * @throws IOException if one is missing, there are more, or one is not what the model says
   */
  static List<long[]> read(Path folder, BpuNode node) throws IOException {
    List<Value> outputs = node.outputs();
    @Nullable Path[] files = find(folder, outputs.size());
    List<long[]> results = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      Path file = files[i];
      if (file == null) {
        throw new IOException(
            "it wrote no file for output %d (%s) of %d"
                .formatted(i, outputs.get(i).name(), files.length));
      }
      results.add(ResultText.read(file, BpuNode.count(outputs.get(i)), outputs.get(i).type()));
    }
    return results;
  }

  private static @Nullable Path[] find(Path folder, int count) throws IOException {
    @Nullable Path[] files = new Path[count];
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          int index = Integer.parseInt(name.group(1));
          if (index >= count || files[index] != null) {
            throw new IOException(
                "it wrote %s, a file more than the node's %d outputs"
                    .formatted(file.getFileName(), count));
          }
          files[index] = file;
        }
      }
    }
    return files;
  }
}
