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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs compiled models ({@code .bin}, {@code .hbm}) on the BPU of the RDK X5 with the board's
 * libdnn.so.
 *
 * <p>The library is the one in its {@link BpuOptions}, or else the system property {@code
 * bpu4j.dnn.library}, or else the environment variable {@code BPU4J_DNN_LIBRARY}, or else {@code
 * libdnn.so} where the board's packages install it. A stand-in is only used if it was specified. A
 * process uses one libdnn.so: loading a model with another while models or requests are open is an
 * {@link IllegalStateException}.
 *
 * @since 0.1.0
 */
public final class BpuRuntime implements InferenceRuntime {
  /** The name that selects this runtime. */
  public static final String NAME = "bpu";

  private static final Logger LOG = LoggerFactory.getLogger(BpuRuntime.class);

  private final BpuOptions options;
  private volatile @Nullable LibraryFinder lastFinder;

  /** Creates a runtime with {@link BpuOptions#defaults()}, as the service loader does. */
  public BpuRuntime() {
    this(BpuOptions.defaults());
  }

  /** Creates a runtime with these options; pass it to a classifier's builder. */
  public BpuRuntime(BpuOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Availability availability() {
    return availability(finder());
  }

  private static Availability availability(LibraryFinder finder) {
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
  public ClassificationModel load(Path file, LoadOptions loadOptions) {
    DnnLibrary library = library(file);
    CompiledFile compiled = CompiledFile.read(file);
    compiled.require(loadOptions);
    NativeModel loaded = load(library, compiled, loadOptions);
    warnIfOlder(library, loaded.name(), compiled);
    BpuModel model = new BpuModel(loaded, describe(loaded, library, compiled), options);
    LOG.info("loaded {} from {} with {}", model, file, library);
    return model;
  }

  /**
   * The library that models are loaded with.
   *
   * @throws RuntimeUnavailableException if none can be used; the message names the file
   */
  DnnLibrary library(Path file) {
    LibraryFinder finder = finder();
    Availability availability = availability(finder);
    if (!availability.available()) {
      throw new RuntimeUnavailableException(
          "cannot load " + file + " on the BPU", Map.of(NAME, availability));
    }
    return finder.library().orElseThrow();
  }

  private static NativeModel load(
      DnnLibrary library, CompiledFile compiled, LoadOptions loadOptions) {
    try {
      return NativeModel.load(library, compiled.path(), loadOptions);
    } catch (ClassifierException e) {
      compiled
          .objection()
          .ifPresent(text -> LOG.warn("{} cannot be loaded: {}", compiled.path(), text));
      throw e;
    }
  }

  private static void warnIfOlder(DnnLibrary library, String model, CompiledFile compiled) {
    compiled
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

  private static ModelInfo describe(NativeModel model, DnnLibrary library, CompiledFile compiled) {
    List<TensorInfo> outputs = model.outputInfos();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("libdnn", library.version().text());
    details.put("library", library.name());
    details.putAll(compiled.details(model.name()));
    return new ModelInfo(
        model.name(),
        NAME,
        library.version().isStandIn(),
        model.picture().width(),
        model.picture().height(),
        model.scoreReader().classes(),
        compiled.range(model.name()),
        compiled.probabilities(model.name(), outputs.get(0).name()),
        Optional.empty(),
        model.inputInfos(),
        outputs,
        details);
  }

  /** A library that was found is reused while the same one is requested. */
  private LibraryFinder finder() {
    LibrarySearch search =
        LibrarySearch.of(
            options.library().map(Path::toString).orElse(null),
            System::getProperty,
            System::getenv);
    LibraryFinder last = lastFinder;
    if (last == null || last.library().isEmpty() || !last.search().equals(search)) {
      last = LibraryFinder.find(search);
      lastFinder = last;
    }
    return last;
  }
}
