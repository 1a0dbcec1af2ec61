// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.runtime.simulator.graph.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs are computed as golden answers say, with the BPU's integers taken from records. */
class RecordedGraphTest {
  /** Of these, {@code golden.json} holds only the first integers of large outputs. */
  private static final Set<String> IN_FILES = Set.of("split", "twoout");

  @TempDir Path folder;

  static List<GoldenAnswer> answers() throws IOException {
    return GoldenAnswer.all().stream().filter(each -> !IN_FILES.contains(each.model())).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void everythingAfterTheBpuIsComputed(GoldenAnswer golden) throws Exception {
    SimulatedGraph graph = SimulatedGraph.of(new CompiledFiles(folder).file(golden.model()));
    Map<String, Numbers> values =
        graph.run(
            (node, inputs, deadline) ->
                node.outputs().stream().map(output -> golden.bpu().get(output.name())).toList(),
            golden.inputs());
    GoldenTest.assertValues(golden, graph, values);
  }

  /**
   * The recorded files are what the vendor's program wrote for the first pattern; the second node
   * of split has its integers in {@code golden.json}.
   */
  @Test
  void resultsOfThousandsOfNumbersAreReadFromFiles() throws Exception {
    for (GoldenAnswer golden : GoldenAnswer.all()) {
      if (IN_FILES.contains(golden.model()) && golden.input().equals("pattern")) {
        SimulatedGraph graph = SimulatedGraph.of(new CompiledFiles(folder).file(golden.model()));
        Path program = FakeProgram.answering(folder.resolve(golden.model()), copying(golden));
        Map<String, Numbers> values = graph.run(program, golden.inputs());
        GoldenTest.assertValues(golden, graph, values);
      }
    }
  }

  /** Copies the recorded files of a node, or writes the ten integers of the golden answer. */
  private static String copying(GoldenAnswer golden) {
    long[] last = golden.bpu().get("l_nhwc2nchw_transposed_output0");
    String numbers = String.join(" ", Arrays.stream(last).mapToObj(Long::toString).toList());
    return """
    if [ -d %1$s/$6 ]; then
      cp %1$s/$6/* .
    else
      printf '#shift = 0\\n%2$s\\n' > hbdk_output0_feature_l_elem_int.txt
    fi
    """
        .formatted(Path.of("src/test/resources/recorded").toAbsolutePath(), numbers);
  }
}
