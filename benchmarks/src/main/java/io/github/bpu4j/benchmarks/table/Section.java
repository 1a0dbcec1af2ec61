// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

/** A part of the measurements that writes its own tables. */
interface Section {
  void measure(Effort effort) throws Exception;
}
