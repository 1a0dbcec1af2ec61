// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.question;

import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import io.github.bpu4j.runtime.bpu.BpuProbe;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions that the library itself answers when it is loaded. */
final class LibraryQuestions {
  private static final String RESIZE = "hbDNNResize";

  /** Functions that a client can do without, of which no page says which library has them. */
  private static final List<String> OPTIONAL =
      List.of(
          "hbDNNInitializeFromDDR",
          "hbDNNRoiInfer",
          "hbDNNSetTaskDoneCb",
          "hbDNNGetErrorDesc",
          "hbSysRegisterMem",
          "hbSysUnregisterMem",
          "hbSysWriteMem",
          "hbSysReadMem",
          "hbDNNGetInputSource",
          "hbDNNGetModelDesc",
          "hbDNNGetModelTag",
          RESIZE);

  private LibraryQuestions() {}

  /**
   * Asks a usable library.
   *
   * @param model one that it has loaded, whose layout was thereby checked
   */
  static List<Question> ask(BpuRuntime runtime, Optional<ModelInfo> model) {
    Map<String, Boolean> functions = BpuProbe.functions(runtime, OPTIONAL);
    List<Question> answers = new ArrayList<>();
    answers.add(version(model));
    answers.add(
        Question.answered(
            "Q3",
            new Wording("Optional functions", "可选函数"),
            new Wording(
                "exported: " + names(functions, true) + "; not: " + names(functions, false),
                "已导出：" + names(functions, true) + "；未导出：" + names(functions, false))));
    answers.add(
        Question.answered(
            "Q23",
            new Wording("Is hbDNNResize still exported?", "是否仍导出 hbDNNResize？"),
            Boolean.TRUE.equals(functions.get(RESIZE))
                ? new Wording("yes", "是")
                : new Wording("no", "否")));
    answers.add(folder(model));
    answers.add(built(model));
    return answers;
  }

  private static String names(Map<String, Boolean> functions, boolean exported) {
    String names =
        functions.entrySet().stream()
            .filter(function -> function.getValue() == exported)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(" "));
    return names.isEmpty() ? "-" : names;
  }

  private static Question version(Optional<ModelInfo> model) {
    Wording title =
        new Wording(
            "Does this version lay out structures as 1.18 to 1.23 do?",
            "此版本的结构布局是否与 1.18 至 1.23 相同？");
    return model
        .map(
            info ->
                Question.answered(
                    "Q2",
                    title,
                    new Wording(
                        version(info) + ": yes, the probe of its tensor properties passed",
                        version(info) + "：是，张量属性的探测已通过")))
        .orElseGet(() -> unopened("Q2", title));
  }

  private static Question folder(Optional<ModelInfo> model) {
    Wording title = new Wording("Where is libdnn.so?", "libdnn.so 在哪里？");
    return model
        .map(info -> Question.answered("Q19", title, place(info.details().get("library"))))
        .orElseGet(() -> unopened("Q19", title));
  }

  /** In words, since a report holds no path. */
  private static Wording place(@Nullable String name) {
    if (name == null || name.equals("libdnn.so")) {
      return new Wording("where the system's loader finds it by itself", "系统加载器自行找到");
    }
    if (name.equals("/usr/lib/libdnn.so")) {
      return new Wording("in the system's folder lib", "系统的 lib 目录");
    }
    return name.equals("/usr/hobot/lib/libdnn.so")
        ? new Wording("in the vendor's folder hobot lib", "厂商的 hobot lib 目录")
        : new Wording("named by the user", "由用户指定");
  }

  private static Question built(Optional<ModelInfo> model) {
    Wording title =
        new Wording("Is a model for another HBRT version harmless?", "为其他 HBRT 版本构建的模型是否无碍？");
    Optional<String> built =
        model.flatMap(info -> Optional.ofNullable(info.details().get("built for HBRT")));
    if (built.isEmpty()) {
      return Question.left(
          "Q22", title, new Wording("the model file does not tell its version", "模型文件没有给出版本"));
    }
    String versions = built.get() + " / " + version(model.orElseThrow());
    return Question.answered(
        "Q22",
        title,
        new Wording(
            "model / library: " + versions + "; it was loaded", "模型 / 库：" + versions + "；已加载"));
  }

  private static String version(ModelInfo info) {
    return String.valueOf(info.details().get("libdnn"));
  }

  private static Question unopened(String key, Wording title) {
    return Question.left(key, title, new Wording("no model was opened", "没有打开任何模型"));
  }
}
