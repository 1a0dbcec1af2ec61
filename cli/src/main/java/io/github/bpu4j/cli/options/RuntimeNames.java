// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import java.util.Iterator;
import java.util.List;

/** The runtimes that shells offer; others that are on the class path are accepted too. */
final class RuntimeNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return List.of("bpu", "onnx", "simulator").iterator();
  }
}
