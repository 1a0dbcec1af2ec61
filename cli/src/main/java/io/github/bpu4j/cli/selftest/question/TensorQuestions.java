// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.question;

import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import io.github.bpu4j.runtime.bpu.BpuProbe.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Questions that the tensors of the models at hand answer. */
final class TensorQuestions {
  private static final int ROW = 16;

  private final List<Tensors> models;

  TensorQuestions(List<Tensors> models) {
    this.models = models;
  }

  List<Question> ask() {
    List<Question> answers = new ArrayList<>();
    answers.add(
        of(
            "Q6",
            new Wording(
                "Row pitch of an NV12 width that is not a multiple of 16", "宽度不是 16 的倍数时 NV12 的行距"),
            tensor ->
                isNv12(tensor) && tensor.validShape().size() == 4 && width(tensor) % ROW != 0));
    answers.add(
        of(
            "Q15",
            new Wording("Number of zero points of a SCALE output", "SCALE 输出的零点个数"),
            tensor -> tensor.quantization().kind() == Quantization.Kind.SCALE));
    answers.add(
        of(
            "Q16",
            new Wording("Axis of one scale for a whole tensor", "整张量共用一个 scale 时的 axis"),
            tensor -> tensor.quantization().scales().size() == 1));
    answers.add(
        of(
            "Q17",
            new Wording("Aligned shape of more than 4 dimensions", "超过 4 维时的对齐形状"),
            tensor -> tensor.validShape().size() > 4));
    models.forEach(model -> answers.add(print(model)));
    return answers;
  }

  /** Q18: the whole print, for comparison with the vendor's tool. */
  private static Question print(Tensors model) {
    String inputs = lines("input", model.inputs());
    return Question.answered(
        "Q18",
        new Wording(
            "Tensors of " + model.name() + ", as hrt_model_exec model_info",
            model.name() + " 的张量，对照 hrt_model_exec model_info"),
        Wording.same(inputs + lines("output", model.outputs())));
  }

  private static String lines(String word, List<TensorInfo> tensors) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tensors.size(); i++) {
      text.append("%s[%d] %s; ".formatted(word, i, TensorText.of(tensors.get(i))));
    }
    return text.toString();
  }

  private Question of(String key, Wording title, Predicate<TensorInfo> concerned) {
    Optional<String> found =
        models.stream()
            .flatMap(
                model ->
                    tensors(model)
                        .filter(concerned)
                        .map(tensor -> model.name() + " " + TensorText.of(tensor)))
            .reduce((one, other) -> one + "; " + other);
    return found
        .map(text -> Question.answered(key, title, Wording.same(text)))
        .orElseGet(
            () ->
                Question.left(
                    key, title, new Wording("no model here has such a tensor", "这里没有模型含有这样的张量")));
  }

  private static Stream<TensorInfo> tensors(Tensors model) {
    return Stream.concat(model.inputs().stream(), model.outputs().stream());
  }

  private static boolean isNv12(TensorInfo tensor) {
    return tensor.type() == TensorType.NV12 || tensor.type() == TensorType.NV12_SEPARATE;
  }

  private static int width(TensorInfo picture) {
    return picture.validShape().get(picture.layout() == TensorLayout.NHWC ? 2 : 3);
  }
}
