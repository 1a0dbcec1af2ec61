// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.program;

import io.github.bpu4j.api.spi.Availability;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the first usable candidate and records why the others are not. */
public final class SimulatorFinder {
  private final ProgramSearch search;
  private final List<String> reasons = new ArrayList<>();
  private @Nullable Simulator found;

  private SimulatorFinder(ProgramSearch search) {
    this.search = search;
  }

  public static SimulatorFinder find(ProgramSearch search) {
    SimulatorFinder finder = new SimulatorFinder(search);
    finder.tryCandidates();
    return finder;
  }

  /** The places that were searched. */
  public ProgramSearch search() {
    return search;
  }

  /** The program; empty if none is usable. */
  public Optional<Simulator> simulator() {
    return Optional.ofNullable(found);
  }

  /** Whether there is a usable program, and which, or why not. */
  public Availability availability() {
    if (found == null) {
      return new Availability(false, reasons);
    }
    String untested =
        found.version().isChecked()
            ? ""
            : "; bpu4j is checked with " + SimulatorVersion.CHECKED + ", other versions may differ";
    return Availability.yes(found + untested);
  }

  private void tryCandidates() {
    for (String candidate : search.candidates()) {
      try {
        Installation installation = Installation.at(candidate);
        found = VersionProbe.run(installation);
        return;
      } catch (IOException e) {
        if (search.isNamed() || !isAbsence(candidate)) {
          String origin = search.isNamed() ? " (named by " + search.namedBy() + ")" : "";
          reasons.add(candidate + origin + ": " + e.getMessage());
        }
      }
    }
    Platform.objection().ifPresent(reasons::add);
    if (!search.isNamed()) {
      reasons.add(
          "no usable hbdk-sim on PATH or in the active Python environment; install the vendor's"
              + " package with 'pip install dgdk' (dgdk 1.0.0 is for Python 3.10; its wheel is"
              + " enough on others, see docs/simulator.md), or name the program, the wheel or the"
              + " site-packages folder with -D"
              + ProgramSearch.PROPERTY
              + "=PATH or "
              + ProgramSearch.VARIABLE
              + "=PATH");
    }
  }

  /** Most usual places hold nothing, which is not worth a line each. */
  private static boolean isAbsence(String candidate) {
    return !new java.io.File(candidate).exists();
  }
}
