// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.plan;

import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.cli.convert.onnx.OnnxNetwork;
import io.github.bpu4j.cli.convert.onnx.OpsetRewrite;
import io.github.bpu4j.cli.info.model.FileFacts;
import io.github.bpu4j.cli.info.model.Notation;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the compiler would refuse, or take without a word, in a network's graph. */
final class NetworkTraps {
  /** The way out of most traps of an export. */
  static final Text EXPORT =
      Text.of(
          "trap.export",
          "export it again: torch.onnx.export(model, example, \"net.onnx\", opset_version=11,"
              + " dynamo=False)");

  /** Operators that came after operator set 11. */
  private static final List<String> NEWER =
      List.of(
          "Celu",
          "Einsum",
          "Gelu",
          "GroupNormalization",
          "HardSwish",
          "LayerNormalization",
          "Mish");

  private final OnnxNetwork network;
  private final FileFacts facts;
  private final List<Finding> findings = new ArrayList<>();

  private NetworkTraps(OnnxNetwork network, FileFacts facts) {
    this.network = network;
    this.facts = facts;
  }

  /**
   * Looks at a network.
   *
   * @param facts of it
   * @param sizeStated whether options or metadata give the size
   */
  static List<Finding> of(OnnxNetwork network, FileFacts facts, boolean sizeStated)
      throws IOException {
    NetworkTraps traps = new NetworkTraps(network, facts);
    if (facts.kind() == FileFacts.Kind.COLORS) {
      traps.input(network.header().inputs().get(0), sizeStated);
    } else {
      traps.noColors();
    }
    traps.weights();
    traps.operators();
    traps.scores();
    return traps.findings;
  }

  private void error(Trap trap, Text text) {
    findings.add(Finding.error(trap, text));
  }

  private void noColors() {
    if (facts.kind() == FileFacts.Kind.NV12) {
      error(
          Trap.TAKES_NV12,
          Text.of(
              "trap.takes-nv12",
              "input %s is NV12 already, which is how this SDK's own networks look; the compiler"
                  + " adds that step itself: convert the network it was made of",
              facts.input()));
      return;
    }
    error(
        Trap.NO_PICTURE,
        Text.of(
            "trap.no-picture",
            "got %s, expected one input of a picture, float32 [1, 3, height, width] or [1, height,"
                + " width, 3]; export the network with that input alone",
            facts.input()));
  }

  private void input(OnnxFile.Input input, boolean sizeStated) {
    List<Integer> shape = input.shape();
    Text text = Text.of("trap.input", "input %s %s", input.name(), Notation.shape(shape));
    boolean last = facts.layout().orElse(TensorLayout.NCHW) == TensorLayout.NHWC;
    int height = shape.get(last ? 1 : 2);
    int width = shape.get(last ? 2 : 3);
    type(input.type(), text);
    batch(shape.get(0), text);
    if (width < 1 || height < 1) {
      openSize(text, sizeStated);
    } else if (width % 2 != 0 || height % 2 != 0) {
      error(
          Trap.ODD_SIDES,
          Text.of(
              "trap.odd-sides",
              "%s is %dx%d pixels, and NV12 has even sides only; export it for an even size, such"
                  + " as %dx%d",
              text,
              width,
              height,
              width + width % 2,
              height + height % 2));
    }
    if (last) {
      findings.add(
          Finding.note(
              Trap.CHANNELS_LAST,
              Text.of(
                  "trap.channels-last",
                  "%s has its channels last; input_layout_train and the calibration data do too",
                  text)));
    }
  }

  private void type(ElementType type, Text input) {
    if (type == ElementType.UINT8) {
      error(
          Trap.BYTE_INPUT,
          Text.of(
              "trap.byte-input",
              "%s takes bytes, which the compiler calls INVALID_GRAPH; remove the cast at the start"
                  + " of the network, so that it takes float32",
              input));
    } else if (type != ElementType.FLOAT32) {
      error(
          Trap.HALF_PRECISION,
          Text.of(
              "trap.half-precision",
              "%s is %s, expected FLOAT32: convert the network to float32 before the export"
                  + " (model.float())",
              input,
              type));
    }
  }

  private void batch(int pictures, Text input) {
    if (pictures > 1) {
      error(
          Trap.BATCH,
          Text.of(
              "trap.batch",
              "%s takes %d pictures at once, and a board gives one; export it with a batch of 1",
              input,
              pictures));
    } else if (pictures < 1) {
      findings.add(
          Finding.note(
              Trap.OPEN_BATCH,
              Text.of(
                  "trap.open-batch",
                  "%s leaves the batch open; the YAML's input_shape sets it to 1",
                  input)));
    }
  }

  private void openSize(Text text, boolean sizeStated) {
    findings.add(
        sizeStated
            ? Finding.note(
                Trap.OPEN_SIZE,
                Text.of(
                    "trap.open-size",
                    "%s leaves the size open; the YAML's input_shape sets it",
                    text))
            : Finding.error(
                Trap.OPEN_SIZE,
                Text.of(
                    "trap.open-size-unstated",
                    "%s leaves the size open; name it with --input-size WxH and --input",
                    text)));
  }

  private void weights() throws IOException {
    Optional<String> unusual = network.unusualWeights();
    if (unusual.isPresent() && findings.stream().noneMatch(f -> f.trap() == Trap.HALF_PRECISION)) {
      error(
          Trap.HALF_PRECISION,
          Text.of(
              "trap.half-weights",
              "weights %s, expected float32: convert the network to float32 before the export"
                  + " (model.float())",
              unusual.get()));
    }
    List<String> broken = network.brokenWeights();
    if (!broken.isEmpty()) {
      error(
          Trap.BROKEN_WEIGHTS,
          Text.of(
              "trap.broken-weights",
              "weights '%s' hold numbers that are NaN or infinite, in %d tensor(s); the training"
                  + " diverged or the file is damaged: export an earlier checkpoint",
              broken.get(0),
              broken.size()));
    }
    for (String name : network.externalFiles()) {
      Path beside = network.path().toAbsolutePath().resolveSibling(name);
      if (!Files.isRegularFile(beside)) {
        error(
            Trap.MISSING_WEIGHTS,
            Text.of(
                "trap.missing-weights",
                "weights are in a file of their own, %s, and it is not there; put it beside the"
                    + " .onnx under this name",
                beside));
      }
    }
  }

  private void operators() {
    List<String> foreign = network.foreignNodes();
    if (!foreign.isEmpty()) {
      error(
          Trap.FOREIGN_OPERATOR,
          Text.of(
              "trap.foreign-operator",
              "%s is not an operator of ONNX, and the compiler knows no other; replace it by ONNX's"
                  + " own and export again",
              foreign.get(0)));
    }
    NEWER.stream()
        .filter(each -> network.opset() <= OpsetRewrite.OPSET)
        .flatMap(each -> network.node(each).stream())
        .forEach(
            node ->
                error(
                    Trap.UNKNOWN_OPERATOR,
                    Text.of(
                        "trap.newer-operator",
                        "%s is newer than operator set %d, which the file declares; %s",
                        node,
                        network.opset(),
                        EXPORT)));
    network
        .node("NonZero")
        .ifPresent(
            node ->
                error(
                    Trap.UNKNOWN_OPERATOR,
                    Text.of(
                        "trap.lacking-operator",
                        "%s is an operator that the board's runtime lacks; express it with a"
                            + " comparison or a multiplication and export again",
                        node)));
  }

  private void scores() {
    String output = facts.outputs().isEmpty() ? "" : facts.outputs().get(0);
    String last = network.lastOperator(output).orElse("");
    if (last.equals("ArgMax")) {
      error(
          Trap.ARG_MAX,
          Text.of(
              "trap.arg-max",
              "output %s comes from an ArgMax, which leaves a class and no scores; export the"
                  + " network without it",
              output));
      return;
    }
    if (last.equals("LogSoftmax")) {
      findings.add(
          Finding.warning(
              Trap.LOG_SOFTMAX,
              Text.of(
                  "trap.log-softmax",
                  "output %s comes from a LogSoftmax, which runs on the board's CPU and not in the"
                      + " simulator; better export the network without it: scores come out the"
                      + " same",
                  output)));
    }
    if (facts.classes().isEmpty()) {
      error(
          Trap.NO_SCORES,
          Text.of(
              "trap.no-scores",
              "output %s is not a list of scores, expected [1, classes]; for several outputs name"
                  + " it with --output-name",
              output));
    } else if (facts.classes().getAsInt() == NumberTraps.WITH_BACKGROUND) {
      findings.add(
          Finding.note(
              Trap.BACKGROUND_CLASS,
              Text.of(
                  "trap.background",
                  "1001 classes: networks of TensorFlow have a class 0, background, before"
                      + " ImageNet's 1000; --labels imagenet --background names them so")));
    }
  }
}
