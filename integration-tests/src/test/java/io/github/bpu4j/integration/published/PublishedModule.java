// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.published;

import io.github.bpu4j.integration.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A module that users get, by its compiled classes.
 *
 * @param name its artifact without {@code bpu4j-}
 * @param folder of its sources and its {@code target}
 * @param packages that it exports to everyone
 */
record PublishedModule(String name, Path folder, Set<String> packages) {
  /** The modules of the BOM that export a package; those of the command export none. */
  static List<PublishedModule> all() throws IOException {
    List<PublishedModule> modules = new ArrayList<>();
    for (String name : Repository.publishedModules()) {
      Path folder = Repository.module(name);
      Set<String> packages = exports(folder.resolve("target/classes"));
      if (!packages.isEmpty()) {
        modules.add(new PublishedModule(name, folder, packages));
      }
    }
    return modules;
  }

  private static Set<String> exports(Path classes) throws IOException {
    Path descriptor = classes.resolve("module-info.class");
    if (!Files.exists(descriptor)) {
      return packagesIn(classes);
    }
    try (InputStream stream = Files.newInputStream(descriptor)) {
      return ModuleDescriptor.read(stream).exports().stream()
          .filter(exports -> !exports.isQualified())
          .map(Exports::source)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Without a descriptor, users reach every package. */
  private static Set<String> packagesIn(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> classes.relativize(file.getParent()).toString().replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Its public types, nested ones too, as far as everything around them is public. */
  List<Class<?>> types() throws IOException {
    List<Class<?>> types = new ArrayList<>();
    for (String exported : packages) {
      Path classes = folder.resolve("target/classes").resolve(exported.replace('.', '/'));
      try (Stream<Path> files = Files.list(classes)) {
        for (String file : files.map(path -> path.getFileName().toString()).sorted().toList()) {
          if (file.endsWith(".class") && !file.contains("-")) {
            types.add(load(exported + "." + file.substring(0, file.length() - ".class".length())));
          }
        }
      }
    }
    types.removeIf(type -> !TypeListing.isVisible(type));
    return types;
  }

  /** The sources of its exported packages. */
  List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String exported : packages) {
      Path code = folder.resolve("src/main/java").resolve(exported.replace('.', '/'));
      try (Stream<Path> files = Files.list(code)) {
        files.filter(file -> file.toString().matches(".*/[A-Z]\\w+\\.java")).forEach(sources::add);
      }
    }
    return sources;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublishedModule.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          name + " is not on the class path of integration-tests: add its module there", e);
    }
  }
}
