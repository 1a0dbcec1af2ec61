// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.preprocess.ImageFrame;
import java.awt.image.BufferedImage;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two applications in one JVM, each with its own bpu4j and ONNX Runtime, both classify. */
class TwoClassLoadersTest {
  private static final String CACHE = "bpu4j.cache.dir";

  @TempDir private Path folder;

  @BeforeEach
  void nameCache() {
    System.setProperty(CACHE, folder.resolve("cache").toString());
  }

  @AfterEach
  void forgetCache() {
    System.clearProperty(CACHE);
  }

  /** What each application does. */
  public static final class Application implements Callable<String> {
    @Override
    public String call() throws Exception {
      try (Classifier classifier = Classifier.builder().runtime("onnx").open()) {
        BufferedImage gray = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        return classifier.classify(ImageFrame.of(gray)).best().toString();
      }
    }
  }

  @Test
  void classifyWithLibrariesOfTheirOwn() throws Exception {
    String first = answer();
    assertThat(answer()).isEqualTo(first).contains("score");
    try (Stream<Path> folders = Files.list(folder.resolve("cache"))) {
      assertThat(folders).hasSize(1);
    }
  }

  private static String answer() throws Exception {
    // Not closed: what it has loaded stays in use until the end.
    URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    current.setContextClassLoader(loader);
    try {
      Class<?> type = loader.loadClass(Application.class.getName());
      assertThat(type).isNotSameAs(Application.class);
      return (String) ((Callable<?>) type.getConstructor().newInstance()).call();
    } finally {
      current.setContextClassLoader(before);
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<String> entries =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    URL[] urls = new URL[entries.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = Path.of(entries.get(i)).toUri().toURL();
    }
    return urls;
  }
}
