// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** The small models of the tests; {@code src/test/python/make_networks.py} describes them. */
final class Networks {
  private Networks() {}

  static Path file(String name) {
    URL resource = Networks.class.getResource("/networks/" + name + ".onnx");
    if (resource == null) {
      throw new IllegalArgumentException("no test network " + name);
    }
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
