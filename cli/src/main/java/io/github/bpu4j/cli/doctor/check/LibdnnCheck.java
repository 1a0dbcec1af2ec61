// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.ElfLibrary;
import io.github.bpu4j.cli.doctor.view.LibraryFolders;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file libdnn.so: where it is, for which family and version, and which functions it lacks. */
public final class LibdnnCheck implements Check {
  private static final String NAME = "libdnn.so";
  private static final String STAND_IN = "bpu4j-stub";
  private static final int MAJOR = 1;
  private static final int OLDEST_MINOR = 18;
  private static final Pattern NUMBERS = Pattern.compile("^(\\d+)\\.(\\d+)\\.");

  private static final Pattern FOREIGN =
      Pattern.compile("hbUCP.*|hbDNNInferV2|hbDNNRoiInferV2|hbDNNGetHBMDesc");

  @Override
  public List<Finding> examine(SystemView view, Board board) {
    LibraryFolders folders = new LibraryFolders(view);
    Optional<String> named = named(view);
    List<String> found = named.map(List::of).orElseGet(() -> folders.find(NAME));
    if (found.isEmpty()) {
      return List.of(
          board.hasBpu()
              ? Diagnosis.LIBDNN_MISSING.with(NAME + " is in none of the usual folders")
              : Diagnosis.LIBDNN_NOT_NEEDED.with("no BPU, no " + NAME));
    }
    String path = found.get(0);
    if (!view.exists(path)) {
      return List.of(Diagnosis.LIBDNN_MISSING.with(path + ": there is no such file"));
    }
    Optional<ElfLibrary> library = view.file(path).flatMap(ElfLibrary::read);
    return List.of(
        library.isPresent()
            ? new Examined(path, library.get(), view, folders).finding(board)
            : Diagnosis.LIBDNN_NOT_A_LIBRARY.with(path + " is not a readable shared library"));
  }

  /** The library that the user named for this process; it is the only candidate. */
  private static Optional<String> named(SystemView view) {
    if (!view.isLive()) {
      return Optional.empty();
    }
    return Optional.ofNullable(System.getProperty("bpu4j.dnn.library"))
        .filter(value -> !value.isBlank())
        .or(() -> view.variable("BPU4J_DNN_LIBRARY"))
        .filter(value -> value.startsWith("/"));
  }

  /** A library that could be read, in its surroundings. */
  private record Examined(
      String path, ElfLibrary library, SystemView view, LibraryFolders folders) {
    Finding finding(Board board) {
      if (board.isOtherFamily()) {
        return Diagnosis.LIBDNN_OF_OTHER_BOARD.with(described() + ", for this board's own BPU");
      }
      OptionalInt machine = machine(board);
      if (machine.isPresent() && machine.getAsInt() != library.machine()) {
        return Diagnosis.LIBDNN_OTHER_ARCHITECTURE.with(
            path + " is built for " + library.architecture());
      }
      Optional<String> foreign = foreign();
      if (foreign.isPresent()) {
        return Diagnosis.LIBDNN_OTHER_FAMILY.with(described() + ", has " + foreign.get());
      }
      if (library.version().isPresent() && !isSupported(library.version().get())) {
        return Diagnosis.LIBDNN_OTHER_VERSION.with(described());
      }
      return complete();
    }

    private Finding complete() {
      List<String> lacking = BoundFunctions.missing(BoundFunctions.REQUIRED, library.exported());
      if (!lacking.isEmpty()) {
        return Diagnosis.LIBDNN_LACKS_FUNCTIONS.with(
            described() + ", lacks " + String.join(", ", lacking));
      }
      List<String> absent =
          library.needed().stream()
              .filter(name -> name.startsWith("libcnn_") || name.startsWith("libhb"))
              .filter(name -> folders.find(name).isEmpty())
              .toList();
      if (!absent.isEmpty()) {
        return Diagnosis.LIBDNN_LACKS_DEPENDENCIES.with(
            described() + ", depends on " + String.join(", ", absent) + ", which is missing");
      }
      boolean standIn = library.version().map(text -> text.contains(STAND_IN)).orElse(false);
      return (standIn ? Diagnosis.LIBDNN_STAND_IN : Diagnosis.LIBDNN_OK)
          .with(described() + ", " + functions());
    }

    private String functions() {
      List<String> lacking = BoundFunctions.missing(BoundFunctions.OPTIONAL, library.exported());
      int all = BoundFunctions.REQUIRED.size() + BoundFunctions.OPTIONAL.size();
      return lacking.isEmpty()
          ? "all " + all + " functions"
          : "all but the optional " + String.join(", ", lacking);
    }

    private String described() {
      List<String> said = new ArrayList<>(List.of(path));
      said.add("version " + library.version().orElse("unknown"));
      packageVersion().ifPresent(version -> said.add("package hobot-dnn " + version));
      return String.join(", ", said);
    }

    private Optional<String> foreign() {
      return library.needed().stream()
          .filter(name -> name.startsWith("libhbucp"))
          .findFirst()
          .or(
              () ->
                  library.exported().stream()
                      .filter(name -> FOREIGN.matcher(name).matches())
                      .sorted()
                      .findFirst());
    }

    private Optional<String> packageVersion() {
      return DpkgStatus.version(view, "hobot-dnn");
    }

    /** The architecture that a process here has; of a tree, the one that its loader is for. */
    private OptionalInt machine(Board board) {
      if (view.isLive()) {
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        return OptionalInt.of(arm ? ElfLibrary.AARCH64 : ElfLibrary.X86_64);
      }
      if (board.hasBpu() || view.exists("/lib/ld-linux-aarch64.so.1")) {
        return OptionalInt.of(ElfLibrary.AARCH64);
      }
      return OptionalInt.empty();
    }
  }

  private static boolean isSupported(String version) {
    Matcher numbers = NUMBERS.matcher(version);
    return numbers.find()
        && Integer.parseInt(numbers.group(1)) == MAJOR
        && Integer.parseInt(numbers.group(2)) >= OLDEST_MINOR;
  }
}
