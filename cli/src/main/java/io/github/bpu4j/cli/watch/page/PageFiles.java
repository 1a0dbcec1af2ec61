// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import io.github.bpu4j.cli.html.HtmlPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files of the page that do not change, by path; the look is that of the reports. */
final class PageFiles {
  /**
   * A file.
   *
   * @param type of its content
   * @param content read-only; read it through a duplicate
   */
  record PageFile(String type, ByteBuffer content) {}

  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final Map<String, PageFile> files =
      Map.of(
          "/", file(HTML, PageFiles.class, "live.html"),
          "/page.css", file(CSS, HtmlPage.class, "page.css"),
          "/page.js", file(SCRIPT, HtmlPage.class, "page.js"),
          "/live.css", file(CSS, PageFiles.class, "live.css"),
          "/live.js", file(SCRIPT, PageFiles.class, "live.js"),
          "/icon.svg", file("image/svg+xml", PageFiles.class, "icon.svg"));

  Optional<PageFile> at(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private static PageFile file(String type, Class<?> owner, String name) {
    try (InputStream stream =
        Objects.requireNonNull(owner.getResourceAsStream(name), owner + " " + name)) {
      return new PageFile(type, ByteBuffer.wrap(stream.readAllBytes()).asReadOnlyBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
