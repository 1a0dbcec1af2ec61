// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.stub;

import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.InputType;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.modelfile.OutputDescription;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Describes a model file in the text format of the native stand-in; docs/stub-vs-board.md has the
 * grammar.
 *
 * <p>What the file does not say is filled in the way the board's library is known to do it: rows of
 * an NV12 input are padded to a multiple of 16 bytes, outputs are dense. The scores are a checksum
 * of the input because the network itself cannot run here.
 */
final class StubModelText {
  private static final int NV12_ALIGNMENT = 16;
  private static final int NAME_BYTES = 127;
  private static final int MODELS = 64;
  private static final int TENSORS = 16;

  private static final Map<InputType, String> INPUT_WORDS =
      Map.ofEntries(
          Map.entry(InputType.GRAY, "Y"),
          Map.entry(InputType.NV12, "NV12"),
          Map.entry(InputType.NV12_SEPARATE, "NV12"),
          Map.entry(InputType.YUV444, "YUV444"),
          Map.entry(InputType.RGB, "RGB"),
          Map.entry(InputType.BGR, "BGR"),
          Map.entry(InputType.S8, "S8"),
          Map.entry(InputType.U8, "U8"),
          Map.entry(InputType.F16, "F16"),
          Map.entry(InputType.S16, "S16"),
          Map.entry(InputType.U16, "U16"),
          Map.entry(InputType.F32, "F32"),
          Map.entry(InputType.S32, "S32"),
          Map.entry(InputType.U32, "U32"),
          Map.entry(InputType.F64, "F64"),
          Map.entry(InputType.S64, "S64"),
          Map.entry(InputType.U64, "U64"));

  private static final Map<ElementType, String> OUTPUT_WORDS =
      Map.ofEntries(
          Map.entry(ElementType.FLOAT32, "F32"),
          Map.entry(ElementType.FLOAT16, "F16"),
          Map.entry(ElementType.FLOAT64, "F64"),
          Map.entry(ElementType.INT8, "S8"),
          Map.entry(ElementType.UINT8, "U8"),
          Map.entry(ElementType.INT16, "S16"),
          Map.entry(ElementType.UINT16, "U16"),
          Map.entry(ElementType.INT32, "S32"),
          Map.entry(ElementType.UINT32, "U32"),
          Map.entry(ElementType.INT64, "S64"),
          Map.entry(ElementType.UINT64, "U64"));

  private final StringBuilder text = new StringBuilder();

  private StubModelText() {}

  /**
   * Describes every model of a file.
   *
   * @throws IllegalArgumentException if the stand-in does not support something in the file
   */
  static String of(String origin, ModelFile file) {
    require(
        file.models().size() <= MODELS,
        "the stand-in supports at most %d models".formatted(MODELS));
    StubModelText description = new StubModelText();
    description
        .line("bpu4j-stub-model 1")
        .line("# Made from " + TerminalText.printable(origin) + ".")
        .line("# From the file: names, types, shapes, quantization. Assumed: NV12 rows padded to a")
        .line("# multiple of 16 bytes, dense outputs. The scores are a checksum of the input.");
    file.models().forEach(description::model);
    return description.text.toString();
  }

  private void model(ModelDescription model) {
    require(
        model.inputs().size() <= TENSORS && model.outputs().size() <= TENSORS,
        "the stand-in supports at most %d inputs and outputs".formatted(TENSORS));
    line("model " + name(model.name()));
    line("description scores are a checksum of the input");
    String sources = model.metadata().getOrDefault("input-source", "");
    for (InputDescription input : model.inputs()) {
      input(input, sources);
    }
    model.outputs().forEach(this::output);
  }

  private void input(InputDescription input, String sources) {
    line("").line("input " + name(input.name()));
    line("  type " + word(INPUT_WORDS.get(input.type()), input.name(), input.type()));
    line("  layout " + layout(input.layout().name(), input.shape()));
    if (input.type().isImage()) {
      line("  source " + source(input.name(), sources));
    }
    line("  valid " + numbers(input.shape()));
    boolean nv12 = input.type() == InputType.NV12 || input.type() == InputType.NV12_SEPARATE;
    if (nv12 && input.width() % NV12_ALIGNMENT != 0) {
      int aligned = (input.width() / NV12_ALIGNMENT + 1) * NV12_ALIGNMENT;
      line("  aligned " + numbers(withWidth(input, aligned)));
    }
  }

  private static List<Integer> withWidth(InputDescription input, int width) {
    int axis = input.shape().size() - (input.layout().name().equals("NHWC") ? 2 : 1);
    List<Integer> shape = new ArrayList<>(input.shape());
    shape.set(axis, width);
    return shape;
  }

  private void output(OutputDescription output) {
    line("").line("output " + name(output.name()));
    line("  type " + word(OUTPUT_WORDS.get(output.type()), output.name(), output.type()));
    line("  layout " + layout("NCHW", output.shape()));
    line("  valid " + numbers(output.shape()));
    if (output.type() != ElementType.FLOAT32 && !output.scales().isEmpty()) {
      line("  quanti SCALE");
      line("  axis " + Math.max(0, output.shape().indexOf(output.scales().size())));
      line("  scale " + numbers(output.scales()));
    }
    line("  scores checksum");
  }

  private static String source(String input, String sources) {
    int at = sources.indexOf("'" + input + "':");
    String own = at < 0 ? "pyramid" : sources.substring(at + input.length() + 3).strip();
    return own.startsWith("'resizer'") ? "RESIZER" : own.startsWith("'ddr'") ? "DDR" : "PYRAMID";
  }

  private static String layout(String layout, List<Integer> shape) {
    return shape.size() == 4 && !layout.equals("UNKNOWN") ? layout : "NONE";
  }

  private static String word(@Nullable String word, String of, Enum<?> type) {
    require(
        word != null, "%s is of type %s, which the stand-in does not support".formatted(of, type));
    return word == null ? "" : word;
  }

  private static String name(String name) {
    boolean fits =
        name.strip().equals(name)
            && name.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES
            && name.codePoints().noneMatch(point -> point == '#' || Character.isISOControl(point));
    require(
        fits,
        "the name \"%s\" does not fit a description: at most %d bytes, no # and no control character"
            .formatted(TerminalText.printable(name), NAME_BYTES));
    return name;
  }

  private static String numbers(Collection<?> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private StubModelText line(String line) {
    text.append(line).append('\n');
    return this;
  }
}
