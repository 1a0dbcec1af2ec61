// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

/**
 * The functions that the stand-in exports, in the order in which it counts them.
 *
 * @since 0.1.0
 */
public enum StubFunction {
  GET_VERSION("hbDNNGetVersion"),
  INITIALIZE_FROM_FILES("hbDNNInitializeFromFiles"),
  INITIALIZE_FROM_DDR("hbDNNInitializeFromDDR"),
  RELEASE("hbDNNRelease"),
  GET_MODEL_NAME_LIST("hbDNNGetModelNameList"),
  GET_MODEL_HANDLE("hbDNNGetModelHandle"),
  GET_INPUT_COUNT("hbDNNGetInputCount"),
  GET_INPUT_NAME("hbDNNGetInputName"),
  GET_INPUT_TENSOR_PROPERTIES("hbDNNGetInputTensorProperties"),
  GET_OUTPUT_COUNT("hbDNNGetOutputCount"),
  GET_OUTPUT_NAME("hbDNNGetOutputName"),
  GET_OUTPUT_TENSOR_PROPERTIES("hbDNNGetOutputTensorProperties"),
  GET_INPUT_SOURCE("hbDNNGetInputSource"),
  GET_MODEL_DESC("hbDNNGetModelDesc"),
  GET_MODEL_TAG("hbDNNGetModelTag"),
  INFER("hbDNNInfer"),
  ROI_INFER("hbDNNRoiInfer"),
  SET_TASK_DONE_CB("hbDNNSetTaskDoneCb"),
  WAIT_TASK_DONE("hbDNNWaitTaskDone"),
  RELEASE_TASK("hbDNNReleaseTask"),
  GET_ERROR_DESC("hbDNNGetErrorDesc"),
  ALLOC_MEM("hbSysAllocMem"),
  ALLOC_CACHED_MEM("hbSysAllocCachedMem"),
  FLUSH_MEM("hbSysFlushMem"),
  FREE_MEM("hbSysFreeMem"),
  REGISTER_MEM("hbSysRegisterMem"),
  UNREGISTER_MEM("hbSysUnregisterMem"),
  WRITE_MEM("hbSysWriteMem"),
  READ_MEM("hbSysReadMem");

  private final String symbol;

  StubFunction(String symbol) {
    this.symbol = symbol;
  }

  /** Returns the exported name, such as {@code hbDNNInfer}. */
  public String symbol() {
    return symbol;
  }
}
