// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Makes pages that are one file each: style, script and pictures inside, and a policy that forbids
 * the browser to load anything else.
 *
 * <p>A template writes each sentence twice, {@code <span lang="en">} and {@code <span lang="zh">};
 * the reader sees the one of the browser's language and can switch. A table of the class {@code
 * sortable} is sorted by a click on a heading: by the number in a cell's {@code data-value} if it
 * has one, else by its text.
 */
public final class HtmlPage {
  private HtmlPage() {}

  /**
   * Fills a template in Mustache, the content of the page's {@code main}.
   *
   * <p>Values are escaped; three braces in the template insert HTML as it is, such as a plot.
   *
   * @param title what the browser's tab shows
   * @param owner the class beside which the template is a resource
   * @param template the resource's name
   * @param values strings, numbers, Booleans, and maps and lists of these
   * @throws IllegalStateException if the template names a value that is not given
   */
  public static byte[] fill(String title, Class<?> owner, String template, Map<String, ?> values) {
    Map<String, Object> page = new HashMap<>();
    page.put("title", title);
    page.put("style", resource(HtmlPage.class, "page.css"));
    page.put("script", resource(HtmlPage.class, "page.js"));
    page.put("main", merge(resource(owner, template), values));
    return merge(resource(HtmlPage.class, "page.mustache"), page).getBytes(StandardCharsets.UTF_8);
  }

  private static String merge(String template, Map<String, ?> values) {
    try {
      return Mustache.compiler().strictSections(true).compile(template).execute(values);
    } catch (MustacheException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(Class<?> owner, String name) {
    try (InputStream stream =
        Objects.requireNonNull(owner.getResourceAsStream(name), owner + " " + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
