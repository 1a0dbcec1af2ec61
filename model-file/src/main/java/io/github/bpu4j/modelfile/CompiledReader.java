// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.ModelFileException.Reason;
import io.github.bpu4j.modelfile.ModelGraph.Program;
import io.github.bpu4j.modelfile.WireReader.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a compiled model file: one message of graphs and build records. */
final class CompiledReader {
  /** Models in one packed file. */
  private static final int MODEL_LIMIT = 256;

  private final ByteSource source;
  private final WireReader in;
  private final List<CompiledGraph> graphs = new ArrayList<>();
  private final List<BuildRecord> builds = new ArrayList<>();
  private final Map<String, BuildRecord> named = new HashMap<>();
  private final BuildRecord common = new BuildRecord();
  private boolean recognized;

  CompiledReader(ByteSource source) {
    this.source = source;
    this.in = new WireReader(source);
  }

  ModelFile read() throws IOException {
    ForeignFormat.refuse(source);
    try {
      in.file(this::field);
    } catch (ModelFileException e) {
      throw recognized ? e : ForeignFormat.unknown(source);
    }
    if (graphs.isEmpty()) {
      throw recognized ? in.damaged("it holds no graph") : ForeignFormat.unknown(source);
    }
    var models = new ArrayList<ModelDescription>();
    for (int i = 0; i < graphs.size(); i++) {
      models.add(describe(graphs.get(i), build(i)));
    }
    return new ModelFile(models);
  }

  /** Reads all of the model with that name. */
  ModelGraph graph(Path file, String model) throws IOException {
    read();
    for (CompiledGraph graph : graphs) {
      if (graph.name.equals(model)) {
        return new GraphReader(in)
            .read(
                graph.place,
                program(graph).map(span -> new Program(file, span.start(), span.length())));
      }
    }
    throw new ModelFileException(Reason.DAMAGED, "it holds no model " + model);
  }

  /** A graph's own machine code, or another's that it uses too. */
  private Optional<Span> program(CompiledGraph graph) {
    Optional<Span> own = graph.programs().findFirst();
    return own.isPresent() || !graph.usesBpu()
        ? own
        : graphs.stream().flatMap(CompiledGraph::programs).findFirst();
  }

  /** Takes one field of the file; 3 is how older builds store their only graph. */
  private void field(int field) throws IOException {
    boolean message = in.hasLength();
    if (message && (field == 2 || field == 7 || field == 8)) {
      recognized = true;
      throw onnx();
    }
    recognized |= message && (field == 3 || field == 5);
    switch (field) {
      case 3, 5 -> addGraph(CompiledGraph.read(in));
      case 4 -> common.addEntry(in);
      case 6 -> addBuild(BuildRecord.read(in));
      default -> {}
    }
  }

  private void addGraph(CompiledGraph graph) throws ModelFileException {
    graphs.add(graph);
    ReadingBudget.checkCount(graphs.size(), MODEL_LIMIT, "models");
  }

  private void addBuild(BuildRecord build) throws ModelFileException {
    builds.add(build);
    ReadingBudget.checkCount(builds.size(), MODEL_LIMIT, "build records");
    build.text("MODEL_PREFIX").ifPresent(name -> named.putIfAbsent(name, build));
  }

  private static ModelFileException onnx() {
    return new ModelFileException(
        Reason.ONNX,
        "it is an ONNX model, not compiled for a BPU; compile it, or use the ONNX runtime");
  }

  /** A graph's build record: the one with its name, else the one at its place. */
  private BuildRecord build(int index) {
    BuildRecord own = index < builds.size() ? builds.get(index) : new BuildRecord();
    return named.getOrDefault(graphs.get(index).name, own).over(common);
  }

  private ModelDescription describe(CompiledGraph graph, BuildRecord build) throws IOException {
    var inputs = new ArrayList<InputDescription>();
    for (int i = 0; i < graph.inputs.size(); i++) {
      inputs.add(InputDescriber.describe(graph, build, i));
    }
    var outputs = new ArrayList<OutputDescription>();
    var facts = new OutputDescriber(graph, in);
    for (Tensor output : graph.outputs) {
      outputs.add(facts.describe(output));
    }
    Optional<Span> program = program(graph);
    return new ModelDescription(
        graph.name,
        inputs,
        outputs,
        program.isEmpty()
            ? Optional.empty()
            : Optional.of(ProgramHeader.read(source, program.get())),
        graph.cpuNodes(),
        build.asMap());
  }
}
