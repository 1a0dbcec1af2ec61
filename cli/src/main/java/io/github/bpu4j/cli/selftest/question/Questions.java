// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.question;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import io.github.bpu4j.runtime.bpu.BpuProbe;
import io.github.bpu4j.runtime.bpu.BpuProbe.Tensors;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts the open questions to a library that can be used. */
public final class Questions {
  private final BpuRuntime runtime;

  /** A model that can be run, and how it is loaded. */
  private record Opened(Path file, LoadOptions options, ModelInfo info) {}

  public Questions(BpuRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * Asks what can be asked.
   *
   * @param models files to ask with; questions that need one are left open if there is none
   * @param probe whether questions may be asked that could cost a restart of the board
   */
  public List<Question> ask(Collection<Path> models, boolean probe) throws InterruptedException {
    List<Tensors> tensors = new ArrayList<>();
    Optional<Opened> opened = Optional.empty();
    for (Path model : models) {
      Optional<Tensors> read = tensors(model);
      read.ifPresent(tensors::add);
      opened = opened.or(() -> read.flatMap(found -> open(model, options(found))));
    }
    List<Question> answers = new ArrayList<>();
    answers.addAll(opened.filter(one -> probe).map(this::probe).orElseGet(ProbeQuestions::left));
    answers.addAll(LibraryQuestions.ask(runtime, opened.map(Opened::info)));
    answers.addAll(new TensorQuestions(tensors).ask());
    answers.add(Banner.ask(opened.map(Opened::file), opened.map(one -> output(one.options()))));
    return answers;
  }

  private static String output(LoadOptions options) {
    return options.outputName().orElseThrow();
  }

  private Optional<Tensors> tensors(Path model) {
    try {
      return Optional.of(BpuProbe.tensors(runtime, model, LoadOptions.defaults()));
    } catch (ClassifierException e) {
      return Optional.empty();
    }
  }

  private Optional<Opened> open(Path file, LoadOptions options) {
    try (ClassificationModel model = runtime.load(file, options)) {
      return Optional.of(new Opened(file, options, model.info()));
    } catch (ClassifierException e) {
      return Optional.empty();
    }
  }

  /** Any output serves for a question about tasks. */
  private static LoadOptions options(Tensors tensors) {
    return LoadOptions.defaults().withOutputName(tensors.outputs().get(0).name());
  }

  private List<Question> probe(Opened model) {
    try {
      return ProbeQuestions.ask(runtime, model.file(), model.options());
    } catch (ClassifierException e) {
      Wording problem = Wording.same(Failures.text(e));
      return List.of(Question.left("probe", new Wording("Probes", "探测"), problem));
    }
  }
}
