// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.runtime.bpu.BpuCore;
import io.github.bpu4j.runtime.bpu.BpuOptions;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that only the BPU knows; without them the choice of a runtime stays open. */
final class SchedulingOptions {
  @Option(
      names = {"--core", "--core_id"},
      paramLabel = "N",
      description = "BPU core: 0 for any (the default), 1 for the first. Not tried on a board.")
  private int core;

  @Option(
      names = "--priority",
      paramLabel = "N",
      description = "Priority on the BPU, 0 (the default) to 253. Not tried on a board.")
  private int priority;

  /**
   * Chooses the runtime.
   *
   * @param name as asked for; null for whichever fits
   * @throws IllegalArgumentException when another one than the BPU's is to have a core or priority
   */
  void choose(ClassifierBuilder builder, @Nullable String name) {
    BpuCore chosen = BpuCore.ofId(core);
    boolean special = core != 0 || priority != 0;
    if (special && name != null && !name.equals(BpuRuntime.NAME)) {
      throw new IllegalArgumentException(
          "--core and --priority are for the runtime bpu, not for " + name);
    }
    if (special) {
      builder.runtime(
          new BpuRuntime(BpuOptions.defaults().withCore(chosen).withPriority(priority)));
    } else if (name != null) {
      builder.runtime(name);
    }
  }
}
