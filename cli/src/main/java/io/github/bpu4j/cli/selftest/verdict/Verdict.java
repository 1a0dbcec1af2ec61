// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.verdict;

import java.util.Locale;

/** What a comparison with a record came to. */
public enum Verdict {
  /** Within the stated tolerance. */
  SAME("same", "一致"),
  /** Run, and not within the tolerance; builds of a model may differ. */
  DIFFERS("differs from the record", "与记录不符"),
  /** Nothing to compare with; never a pass. */
  NO_RECORD("no record", "无记录"),
  /** Could not be run. */
  FAILED("failed", "失败");

  private final String en;
  private final String zh;

  Verdict(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  public Wording wording() {
    return new Wording(en, zh);
  }

  /** The key of JSON and style sheet: lower case, with a hyphen. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
