// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the first usable candidate and records why the others are not. */
public final class LibraryFinder {
  private static final List<String> DEPENDENCIES =
      List.of("libalog.so.1", "libhbmem.so.1", "libcnn_intf.so.1", "libhbrt_bayes_aarch64.so");

  private final LibrarySearch search;
  private final List<String> reasons = new ArrayList<>();
  private @Nullable DnnLibrary found;

  private LibraryFinder(LibrarySearch search) {
    this.search = search;
  }

  public static LibraryFinder find(LibrarySearch search) {
    LibraryFinder finder = new LibraryFinder(search);
    Optional<String> jni = NativeBinding.jniObjection();
    if (jni.isPresent()) {
      finder.reasons.add(jni.get());
    } else {
      finder.tryCandidates();
    }
    return finder;
  }

  /** The places that were searched. */
  public LibrarySearch search() {
    return search;
  }

  /** The library; empty if none is usable. */
  public Optional<DnnLibrary> library() {
    return Optional.ofNullable(found);
  }

  /** Why each rejected candidate is not usable. */
  public List<String> reasons() {
    return List.copyOf(reasons);
  }

  private void tryCandidates() {
    for (String candidate : search.candidates()) {
      try {
        found = open(candidate);
        return;
      } catch (LibraryRefusedException e) {
        String origin = search.isNamed() ? " (named by " + search.namedBy() + ")" : "";
        reasons.add(candidate + origin + ": " + e.reason());
      }
    }
    if (!search.isNamed()) {
      reasons.add(
          "install the board's package hobot-dnn, or name the library with -D"
              + LibrarySearch.PROPERTY
              + "=PATH or "
              + LibrarySearch.VARIABLE
              + "=PATH");
    }
  }

  private DnnLibrary open(String candidate) throws LibraryRefusedException {
    if (candidate.contains("/")) {
      Optional<String> objection = fileObjection(candidate);
      if (objection.isPresent()) {
        throw new LibraryRefusedException(objection.get());
      }
    }
    DnnLibrary library = openWithDependencies(candidate);
    DnnVersion version = library.version();
    if (!version.isSupported()) {
      throw new LibraryRefusedException(
          "its version is \""
              + version.text()
              + "\"; expected 1.18 or a later 1.x (the X5 has 1.23 or 1.24), as newer families lay"
              + " out memory differently");
    }
    if (version.isStandIn() && !search.isNamed()) {
      throw new LibraryRefusedException(
          "it is a stand-in (" + version.text() + "), which is used only when named");
    }
    return library;
  }

  private static Optional<String> fileObjection(String candidate) {
    try {
      return ElfFile.objection(Path.of(candidate), System.getProperty("os.arch", ""));
    } catch (InvalidPathException e) {
      return Optional.of("it is not a path (" + e.getMessage() + ")");
    }
  }

  /**
   * Loads the library's dependencies first because the board's loader does not search every folder.
   */
  private static DnnLibrary openWithDependencies(String candidate) throws LibraryRefusedException {
    try {
      return DnnLibrary.open(candidate);
    } catch (LibraryRefusedException e) {
      boolean other = DEPENDENCIES.stream().anyMatch(name -> e.reason().startsWith(name));
      if (!other) {
        throw e;
      }
      folders(candidate).forEach(LibraryFinder::preloadFrom);
      return retry(candidate);
    }
  }

  private static DnnLibrary retry(String candidate) throws LibraryRefusedException {
    try {
      return DnnLibrary.open(candidate);
    } catch (LibraryRefusedException e) {
      throw new LibraryRefusedException(
          e.reason()
              + "; start Java with LD_LIBRARY_PATH=/usr/hobot/lib, or the folder that holds it");
    }
  }

  private static List<Path> folders(String candidate) {
    List<Path> folders = new ArrayList<>();
    Path parent = Path.of(candidate).toAbsolutePath().getParent();
    if (candidate.contains("/") && parent != null) {
      folders.add(parent);
    }
    LibrarySearch.FOLDERS.forEach(folder -> folders.add(Path.of(folder)));
    return folders;
  }

  private static void preloadFrom(Path folder) {
    for (String name : DEPENDENCIES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        // A failure shows in the retry, whose message names what is missing.
        DnnLibrary.preload(file.toString());
      }
    }
  }
}
