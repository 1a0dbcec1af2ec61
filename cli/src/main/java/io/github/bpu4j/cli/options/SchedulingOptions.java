// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.runtime.bpu.BpuCore;
import io.github.bpu4j.runtime.bpu.BpuOptions;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that only the BPU has; using one selects the runtime {@code bpu}. */
final class SchedulingOptions {
  @Option(
      names = {"--core", "--core_id"},
      paramLabel = "N",
      description = "BPU core: 0 for any (the default), 1 for the first. Not tested on a board.")
  private int core;

  @Option(
      names = "--priority",
      paramLabel = "N",
      description = "Priority on the BPU, 0 (the default) to 253. Not tested on a board.")
  private int priority;

  /**
   * Chooses the runtime.
   *
   * @param name the value of {@code --runtime}; null if it was not given
   * @throws IllegalArgumentException if a core or priority is given for another runtime
   */
  void choose(ClassifierBuilder builder, @Nullable String name) {
    BpuCore chosen = BpuCore.ofId(core);
    boolean special = core != 0 || priority != 0;
    if (special && name != null && !name.equals(BpuRuntime.NAME)) {
      throw new IllegalArgumentException(
          "--core and --priority apply to the runtime bpu, not to " + name);
    }
    if (special) {
      builder.runtime(
          new BpuRuntime(BpuOptions.defaults().withCore(chosen).withPriority(priority)));
    } else if (name != null) {
      builder.runtime(name);
    }
  }
}
