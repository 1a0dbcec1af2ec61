// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.net.URI;

/** The folder of a server that files are below. */
final class BaseUrl {
  private BaseUrl() {}

  /** Reads an address, to which a slash is added where it lacks one. */
  static URI of(String text) {
    try {
      return checked(URI.create(text.endsWith("/") ? text : text + "/"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "base URL: got '" + text + "', expected the form https://mirror.example.com/models/", e);
    }
  }

  private static URI checked(URI url) {
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
      throw new IllegalArgumentException(url + " is not a folder of a web server");
    }
    return url;
  }
}
