// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.verdict;

/** Why an answer or a rate is not as recorded, as far as further runs can tell. */
public enum Cause {
  /** The model was not opened: its shape is in another order than its layout. */
  SHAPE_ORDER("shape order NHWC", "形状次序为 NHWC"),
  /** The recorded scores stand several elements apart in what was read. */
  OUTPUT_STRIDE("output stride ignored", "忽略了输出步长"),
  /** Another output holds the recorded scores. */
  OUTPUTS_SWAPPED("two outputs swapped", "两个输出互换"),
  /** The record is met with one softmax less. */
  SOFTMAX_TOO_OFTEN("softmax once too often", "softmax 多做了一次"),
  /** The record is met with one softmax more. */
  SOFTMAX_MISSING("softmax once too few", "softmax 少做了一次"),
  /** The input was FULL, and VIDEO meets the record. */
  FULL_FED("FULL fed instead of VIDEO", "输入了 FULL 而非 VIDEO"),
  /** The input was VIDEO, and FULL meets the record. */
  FULL_EXPECTED("the model expects FULL", "模型需要 FULL 输入"),
  /** The same class with nearly the same score. */
  OTHER_BUILD("close: another build of the model", "接近：模型的另一个构建"),
  /** No other reading of the run meets the record. */
  WRONG_SCORES("wrong scores", "得分错误"),
  /** Latency and rate are off by the same factor. */
  SERVICE_TIME("service time", "服务时间"),
  /** The latency is off and the rate is not. */
  TIME_OUTSIDE("time outside the core", "核心之外的时间");

  private final String en;
  private final String zh;

  Cause(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  public Wording wording() {
    return new Wording(en, zh);
  }
}
