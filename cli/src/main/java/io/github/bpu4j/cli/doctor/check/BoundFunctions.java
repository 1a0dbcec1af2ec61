// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import java.util.List;
import java.util.Set;

/** The functions of libdnn.so that the runtime {@code bpu} looks up. */
public final class BoundFunctions {
  /** Without one of these, the library is refused. */
  public static final List<String> REQUIRED =
      List.of(
          "hbDNNGetVersion",
          "hbDNNInitializeFromFiles",
          "hbDNNRelease",
          "hbDNNGetModelNameList",
          "hbDNNGetModelHandle",
          "hbDNNGetInputCount",
          "hbDNNGetInputName",
          "hbDNNGetInputTensorProperties",
          "hbDNNGetOutputCount",
          "hbDNNGetOutputName",
          "hbDNNGetOutputTensorProperties",
          "hbDNNInfer",
          "hbDNNWaitTaskDone",
          "hbDNNReleaseTask",
          "hbSysAllocMem",
          "hbSysAllocCachedMem",
          "hbSysFlushMem",
          "hbSysFreeMem");

  /** The X3's library lacks the second. */
  public static final List<String> OPTIONAL = List.of("hbDNNGetInputSource", "hbDNNGetErrorDesc");

  private BoundFunctions() {}

  static List<String> missing(List<String> wanted, Set<String> exported) {
    return wanted.stream().filter(name -> !exported.contains(name)).toList();
  }
}
