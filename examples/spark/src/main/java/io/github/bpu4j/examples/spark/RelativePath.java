// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import org.apache.spark.api.java.function.MapFunction;

/**
 * Cuts the folder off a path.
 *
 * @param start characters of the folder, with the slash behind it
 */
record RelativePath(int start) implements MapFunction<String, String> {
  @Override
  public String call(String path) {
    return path.substring(start);
  }
}
