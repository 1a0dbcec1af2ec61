// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.question;

import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import io.github.bpu4j.runtime.bpu.BpuProbe;
import io.github.bpu4j.runtime.bpu.BpuProbe.Codes;
import io.github.bpu4j.runtime.bpu.BpuProbe.InFlight;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import java.nio.file.Path;
import java.util.List;

/** Questions that are asked only when the user allows it, since they may cost a restart. */
enum ProbeQuestions {
  Q1("Does a task with priority 1 end in time?", "优先级为 1 的任务能否按时结束？") {
    @Override
    Wording ask(BpuProbe probe) {
      return codes(probe.submit(0, 1));
    }
  },
  Q9("May a task be waited for again after a timeout?", "等待超时后能否再次等待同一任务？") {
    @Override
    Wording ask(BpuProbe probe) {
      return codes(probe.waitAgain(1));
    }
  },
  CORE("What does a core answer that the X5 does not have?", "使用 X5 没有的核心时返回什么？") {
    @Override
    Wording ask(BpuProbe probe) {
      return codes(probe.submit(2, 0));
    }
  },
  Q14("How many tasks may be alive at once?", "最多可以同时存在多少个任务？") {
    @Override
    Wording ask(BpuProbe probe) {
      return inFlight(probe.inFlight(MOST));
    }
  };

  private static final int MOST = 40;
  private static final Wording NOT_ALLOWED =
      new Wording(
          "not asked; --probe asks it on a board that may be restarted",
          "未询问；在可以重启的板子上加 --probe 询问");

  private final String en;
  private final String zh;

  ProbeQuestions(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  abstract Wording ask(BpuProbe probe);

  private Wording title() {
    return new Wording(en, zh);
  }

  static List<Question> left() {
    return List.of(values()).stream()
        .map(question -> Question.left(question.name(), question.title(), NOT_ALLOWED))
        .toList();
  }

  /**
   * Asks all, each with the model loaded anew.
   *
   * @throws io.github.bpu4j.api.error.ClassifierException if the model cannot be loaded
   */
  static List<Question> ask(BpuRuntime runtime, Path model, LoadOptions options) {
    return List.of(values()).stream()
        .map(question -> question.put(runtime, model, options))
        .toList();
  }

  private Question put(BpuRuntime runtime, Path model, LoadOptions options) {
    try (BpuProbe probe = BpuProbe.open(runtime, model, options)) {
      return Question.answered(name(), title(), ask(probe));
    }
  }

  static Wording codes(Codes codes) {
    String text =
        "submit %d, wait %d, wait again %d".formatted(codes.submit(), codes.first(), codes.again());
    return new Wording(
        text, "提交 %d，等待 %d，再次等待 %d".formatted(codes.submit(), codes.first(), codes.again()));
  }

  static Wording inFlight(InFlight found) {
    return found.refusal() == 0
        ? new Wording(
            "at least " + found.accepted() + ", none was refused",
            "至少 " + found.accepted() + " 个，没有被拒绝")
        : new Wording(
            found.accepted() + ", then " + found.refusal(),
            found.accepted() + " 个，之后返回 " + found.refusal());
  }
}
