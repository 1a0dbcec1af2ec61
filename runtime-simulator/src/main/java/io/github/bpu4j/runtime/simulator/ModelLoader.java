// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.modelfile.ClassifierRequirements;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.modelfile.ModelFileException;
import io.github.bpu4j.modelfile.ModelGraph;
import io.github.bpu4j.runtime.simulator.graph.GraphException;
import io.github.bpu4j.runtime.simulator.graph.GraphPlan;
import io.github.bpu4j.runtime.simulator.process.ProgramFile;
import io.github.bpu4j.runtime.simulator.program.Simulator;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens model files for a simulator.
 *
 * @param simulator what runs their BPU programs
 * @param closeTimeout how long closing a model waits
 */
record ModelLoader(Simulator simulator, Duration closeTimeout) {
  private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);
  private static final String RESIZER = "resizer";

  /** Loads a model; if that fails, nothing stays open. */
  SimulatorModel load(Path file, LoadOptions options) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ModelLoadException(
          file.toAbsolutePath() + " is not a file that this user may read; check the path");
    }
    try {
      return load(file, choose(file, ModelFile.read(file), options.modelName()), options);
    } catch (ModelFileException e) {
      throw new ModelLoadException(String.valueOf(e.getMessage()), e);
    } catch (ClosedByInterruptException e) {
      throw new ModelLoadException(
          "the thread was interrupted while it read " + file + "; load it again", e);
    } catch (IOException e) {
      throw new ModelLoadException(file + " cannot be read or its program copied: " + e, e);
    }
  }

  private SimulatorModel load(Path file, ModelDescription model, LoadOptions options)
      throws IOException {
    String title = "model " + model.name() + " of " + file;
    require(title, model, options);
    ScoreOutput scores = ScoreOutput.choose(title, model, options.outputName());
    options.requireClasses(model.name(), scores.classes());
    ModelGraph graph = ModelGraph.read(file, model.name());
    GraphPlan plan = plan(title, model, graph);
    ProgramFile program =
        ProgramFile.of(
            graph
                .program()
                .orElseThrow(
                    () -> new ModelLoadException(title + " holds no program for the BPU")));
    try {
      return new SimulatorModel(
          plan, ModelFacts.of(model, scores, simulator), scores, simulator, program, closeTimeout);
    } catch (RuntimeException | Error e) {
      program.close();
      throw e;
    }
  }

  private static GraphPlan plan(String title, ModelDescription model, ModelGraph graph) {
    try {
      return GraphPlan.of(model, graph);
    } catch (GraphException e) {
      throw new IncompatibleModelException(title + " cannot be simulated: " + e.getMessage(), e);
    }
  }

  private static ModelDescription choose(Path file, ModelFile content, Optional<String> wanted) {
    List<String> names = content.models().stream().map(ModelDescription::name).toList();
    if (wanted.isPresent() ? names.contains(wanted.get()) : names.size() == 1) {
      return content.model(wanted.orElse(names.get(0))).orElseThrow();
    }
    throw new ModelMismatchException(
        wanted.map(name -> file + " holds no model " + name).orElse(file + " holds several models")
            + "; choose one of "
            + names
            + " by name");
  }

  /** Checks the description, before more is read of the file. */
  private static void require(String title, ModelDescription model, LoadOptions options) {
    if (!options.force()) {
      refuse(title, ClassifierRequirements.marchObjection(model));
    }
    refuse(title, ClassifierRequirements.inputObjection(model));
    try {
      GraphPlan.requireOperators(model);
    } catch (GraphException e) {
      throw new IncompatibleModelException(title + ": " + e.getMessage(), e);
    }
    if (model.inputSource(model.inputs().get(0).name()).filter(RESIZER::equals).isPresent()) {
      LOG.warn(
          "{} takes regions of a larger picture (input source resizer): it is simulated, but the"
              + " runtime bpu does not feed it on a board; compile it with the input source pyramid",
          title);
    }
  }

  private static void refuse(String title, Optional<String> objection) {
    if (objection.isPresent()) {
      throw new IncompatibleModelException(title + ": " + objection.get());
    }
  }
}
