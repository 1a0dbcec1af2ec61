// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.cli.options.RuntimeOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Chooses what runs a compiled file: a board, or else the simulator. */
public final class CompiledRuntime {
  private CompiledRuntime() {}

  /**
   * Returns the first that works here.
   *
   * @throws RuntimeUnavailableException if none does
   */
  public static InferenceRuntime first(RuntimeOptions options, Path file) {
    options.applyLibrary();
    List<InferenceRuntime> all = new ArrayList<>();
    ServiceLoader.load(InferenceRuntime.class).forEach(all::add);
    Map<String, Availability> reasons = new LinkedHashMap<>();
    for (boolean simulating : new boolean[] {false, true}) {
      for (InferenceRuntime each : options.asked(all)) {
        if (each.simulates() == simulating && each.supports(file)) {
          Availability availability = each.availability();
          if (availability.available()) {
            return each;
          }
          reasons.put(each.name(), availability);
        }
      }
    }
    throw new RuntimeUnavailableException("no runtime can run " + file, reasons);
  }
}
