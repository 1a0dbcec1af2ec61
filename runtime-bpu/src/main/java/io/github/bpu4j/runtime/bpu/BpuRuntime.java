// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.runtime.bpu.library.DeviceNodes;
import io.github.bpu4j.runtime.bpu.library.DnnLibrary;
import io.github.bpu4j.runtime.bpu.library.LibraryFinder;
import io.github.bpu4j.runtime.bpu.library.LibrarySearch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs compiled models ({@code .bin}, {@code .hbm}) on the BPU of the RDK X5 through the board's
 * libdnn.so.
 *
 * <p>The library is the one of its {@link BpuOptions}, else the system property {@code
 * bpu4j.dnn.library}, else the environment variable {@code BPU4J_DNN_LIBRARY}, else {@code
 * libdnn.so} where the board's packages put it. A stand-in is taken only when named. One process
 * uses one libdnn.so: loading a model with another while models or requests are open is an {@link
 * IllegalStateException}.
 */
public final class BpuRuntime implements InferenceRuntime {
  /** What selects this runtime. */
  public static final String NAME = "bpu";

  private static final Logger LOG = LoggerFactory.getLogger(BpuRuntime.class);

  private final BpuOptions options;

  /** A runtime with {@link BpuOptions#defaults()}, as the service loader makes it. */
  public BpuRuntime() {
    this(BpuOptions.defaults());
  }

  /** A runtime with options of its own, to be handed to a classifier's builder. */
  public BpuRuntime(BpuOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Availability availability() {
    LibraryFinder finder = LibraryFinder.find(search());
    if (finder.library().isEmpty()) {
      return new Availability(false, finder.reasons());
    }
    DnnLibrary found = finder.library().get();
    if (found.version().isStandIn()) {
      return Availability.yes(found + ": a stand-in, its answers are simulated");
    }
    List<String> objections = DeviceNodes.objections();
    if (!objections.isEmpty()) {
      List<String> reasons = new ArrayList<>(objections);
      reasons.add("the library itself was found: " + found);
      return new Availability(false, reasons);
    }
    return Availability.yes(found.toString());
  }

  @Override
  public boolean supports(Path file) {
    Path name = file.getFileName();
    String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    return lower.endsWith(".bin") || lower.endsWith(".hbm");
  }

  @Override
  public ClassificationModel load(Path file, LoadOptions options) {
    Availability availability = availability();
    Optional<DnnLibrary> found = LibraryFinder.find(search()).library();
    if (!availability.available() || found.isEmpty()) {
      throw new RuntimeUnavailableException(
          "cannot load " + file + " on the BPU", Map.of(NAME, availability));
    }
    FileFacts facts = FileFacts.read(file, options.force());
    NativeModel loaded = load(found.get(), file, options, facts);
    warnIfOlder(found.get(), loaded.name(), facts);
    BpuModel model = new BpuModel(loaded, describe(loaded, found.get(), facts), this.options);
    LOG.info("loaded {} from {} with {}", model, file, found.get());
    return model;
  }

  private static NativeModel load(
      DnnLibrary library, Path file, LoadOptions options, FileFacts facts) {
    try {
      return NativeModel.load(library, file, options);
    } catch (ClassifierException e) {
      facts.objection().ifPresent(text -> LOG.warn("{} cannot be loaded: {}", file, text));
      throw e;
    }
  }

  private static void warnIfOlder(DnnLibrary library, String model, FileFacts facts) {
    facts
        .runtimeVersion(model)
        .filter(library.version()::isOlderThan)
        .ifPresent(
            built ->
                LOG.warn(
                    "model {} is built for HBRT {}, this board has {}; it usually runs, but update"
                        + " the package hobot-dnn",
                    model,
                    built,
                    library.version().hbrt().orElse("an unknown version")));
  }

  private static ModelInfo describe(NativeModel model, DnnLibrary library, FileFacts facts) {
    List<TensorInfo> outputs = model.outputInfos();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("libdnn", library.version().text());
    details.put("library", library.name());
    details.putAll(facts.details(model.name()));
    return new ModelInfo(
        model.name(),
        NAME,
        library.version().isStandIn(),
        model.picture().width(),
        model.picture().height(),
        model.scoreReader().classes(),
        facts.range(model.name()),
        facts.probabilities(model.name(), outputs.get(0).name()),
        model.inputInfos(),
        outputs,
        details);
  }

  private LibrarySearch search() {
    return LibrarySearch.of(
        options.library().map(Path::toString).orElse(null), System::getProperty, System::getenv);
  }
}
