// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.benchmarks.FirstPicture;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the start of the process to the first answer, by phase, on each runtime. */
final class Start implements Section {
  private static final Pattern PHASE = Pattern.compile("(?m)^  (\\S.*?) +([0-9.]+) ms$");
  private static final Pattern TOTAL = Pattern.compile("\"total\":([0-9.]+)");
  private static final String FIRST_PICTURE = "JPEG 500x344 to NV12, first picture of a JVM";
  private static final int PICTURES = 20;

  private final Path root;
  private final TableRecorder rows = new TableRecorder("start", "runtime", "phase", "median ms");

  Start(Path root) {
    this.root = root;
  }

  @Override
  public void measure(Effort effort) throws Exception {
    runtime("onnx", effort, List.of("--runtime", "onnx"));
    String library = NativeStubs.library().toString();
    String model = StandIn.resnet18().toString();
    runtime(
        "bpu (stand-in)",
        effort,
        List.of("--runtime", "bpu", "--library", library, "--model", model));
    Jvm jvm = Jvm.own();
    List<Double> first = FirstPicture.times(effort.starts(), jvm.java(), jvm.arguments());
    rows.add("none", FIRST_PICTURE, Median.of(first));
  }

  private void runtime(String name, Effort effort, List<String> options) throws Exception {
    start(options); // fills the file cache
    Map<String, List<Double>> phases = new LinkedHashMap<>();
    List<Double> later = new ArrayList<>();
    for (int i = 0; i < effort.starts(); i++) {
      String said = start(options);
      Matcher phase = PHASE.matcher(said);
      while (phase.find()) {
        phases
            .computeIfAbsent(phase.group(1), key -> new ArrayList<>())
            .add(Double.valueOf(phase.group(2)));
      }
      later.add(lastTotal(said));
    }
    for (Map.Entry<String, List<Double>> phase : phases.entrySet()) {
      rows.add(name, phase.getKey(), Median.of(phase.getValue()));
    }
    rows.add(name, "picture no. " + PICTURES + " of the same process", Median.of(later));
  }

  private String start(List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(root.resolve("bpu4j").toString(), "classify", "--timing", "--json"));
    command.addAll(options);
    String photo = root.resolve("examples/images/chelsea.png").toString();
    command.addAll(Collections.nCopies(PICTURES, photo));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("BPU4J_STUB_MODEL");
    // The process has its own copy of the settings: the stand-in answers with the model's times.
    Path control = Files.createTempFile("bpu4j-control", ".map");
    Files.delete(control);
    builder.environment().put("BPU4J_STUB_CONTROL", control.toString());
    try {
      return ProgramRun.of(builder, Duration.ofMinutes(10)).outOfSuccess();
    } finally {
      Files.deleteIfExists(control);
    }
  }

  private static double lastTotal(String said) {
    double last = Double.NaN;
    for (Matcher total = TOTAL.matcher(said); total.find(); ) {
      last = Double.parseDouble(total.group(1));
    }
    return last;
  }
}
