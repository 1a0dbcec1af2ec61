// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.plan;

import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.cli.convert.onnx.OnnxNetwork;
import io.github.bpu4j.cli.convert.onnx.OpsetRewrite;
import io.github.bpu4j.cli.info.model.FileFacts;
import io.github.bpu4j.cli.info.model.Notation;
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
  static final String EXPORT =
      "export it again: torch.onnx.export(model, example, \"net.onnx\", opset_version=11,"
          + " dynamo=False)";

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

  private void error(Trap trap, String text) {
    findings.add(Finding.error(trap, text));
  }

  private void noColors() {
    if (facts.kind() == FileFacts.Kind.NV12) {
      error(
          Trap.TAKES_NV12,
          "input "
              + facts.input()
              + " is NV12 already, which is how this SDK's own networks look;"
              + " the compiler adds that step itself: convert the network it was made of");
      return;
    }
    error(
        Trap.NO_PICTURE,
        "got "
            + facts.input()
            + ", expected one input of a picture, float32 [1, 3, height, width]"
            + " or [1, height, width, 3]; export the network with that input alone");
  }

  private void input(OnnxFile.Input input, boolean sizeStated) {
    List<Integer> shape = input.shape();
    String text = "input " + input.name() + " " + Notation.shape(shape);
    boolean last = facts.layout().orElse(TensorLayout.NCHW) == TensorLayout.NHWC;
    int height = shape.get(last ? 1 : 2);
    int width = shape.get(last ? 2 : 3);
    if (input.type() == ElementType.UINT8) {
      error(
          Trap.BYTE_INPUT,
          text
              + " takes bytes, which the compiler calls INVALID_GRAPH; remove the cast at the"
              + " start of the network, so that it takes float32");
    } else if (input.type() != ElementType.FLOAT32) {
      error(
          Trap.HALF_PRECISION,
          text
              + " is "
              + input.type()
              + ", expected FLOAT32: convert the network to float32 before"
              + " the export (model.float())");
    }
    if (shape.get(0) > 1) {
      error(
          Trap.BATCH,
          text
              + " takes "
              + shape.get(0)
              + " pictures at once, and a board gives one; export it"
              + " with a batch of 1");
    } else if (shape.get(0) < 1) {
      findings.add(
          Finding.note(
              Trap.OPEN_BATCH,
              text + " leaves the batch open; the YAML's input_shape sets it to 1"));
    }
    if (width < 1 || height < 1) {
      openSize(text, sizeStated);
    } else if (width % 2 != 0 || height % 2 != 0) {
      error(
          Trap.ODD_SIDES,
          text
              + " is "
              + width
              + "x"
              + height
              + " pixels, and NV12 has even sides only; export it"
              + " for an even size, such as "
              + (width + width % 2)
              + "x"
              + (height + height % 2));
    }
    if (last) {
      findings.add(
          Finding.note(
              Trap.CHANNELS_LAST,
              text + " has its channels last; input_layout_train and the calibration data do too"));
    }
  }

  private void openSize(String text, boolean sizeStated) {
    findings.add(
        sizeStated
            ? Finding.note(
                Trap.OPEN_SIZE, text + " leaves the size open; the YAML's input_shape sets it")
            : Finding.error(
                Trap.OPEN_SIZE,
                text + " leaves the size open; name it with --input-size WxH and --input"));
  }

  private void weights() throws IOException {
    Optional<String> unusual = network.unusualWeights();
    if (unusual.isPresent() && findings.stream().noneMatch(f -> f.trap() == Trap.HALF_PRECISION)) {
      error(
          Trap.HALF_PRECISION,
          "weights "
              + unusual.get()
              + ", expected float32: convert the network to float32 before"
              + " the export (model.float())");
    }
    List<String> broken = network.brokenWeights();
    if (!broken.isEmpty()) {
      error(
          Trap.BROKEN_WEIGHTS,
          "weights '"
              + broken.get(0)
              + "' hold numbers that are NaN or infinite, in "
              + broken.size()
              + " tensor(s); the training diverged or the file is damaged: export"
              + " an earlier checkpoint");
    }
    for (String name : network.externalFiles()) {
      Path beside = network.path().toAbsolutePath().resolveSibling(name);
      if (!Files.isRegularFile(beside)) {
        error(
            Trap.MISSING_WEIGHTS,
            "weights are in a file of their own, "
                + beside
                + ", and it is not there; put it beside"
                + " the .onnx under this name");
      }
    }
  }

  private void operators() {
    List<String> foreign = network.foreignNodes();
    if (!foreign.isEmpty()) {
      error(
          Trap.FOREIGN_OPERATOR,
          foreign.get(0)
              + " is not an operator of ONNX, and the compiler knows no other; replace"
              + " it by ONNX's own and export again");
    }
    NEWER.stream()
        .filter(each -> network.opset() <= OpsetRewrite.OPSET)
        .flatMap(each -> network.node(each).stream())
        .forEach(
            node ->
                error(
                    Trap.UNKNOWN_OPERATOR,
                    node
                        + " is newer than operator set "
                        + network.opset()
                        + ", which the file"
                        + " declares; "
                        + EXPORT));
    network
        .node("NonZero")
        .ifPresent(
            node ->
                error(
                    Trap.UNKNOWN_OPERATOR,
                    node
                        + " is an operator that the board's runtime lacks; express it with a"
                        + " comparison or a multiplication and export again"));
  }

  private void scores() {
    String output = facts.outputs().isEmpty() ? "" : facts.outputs().get(0);
    String last = network.lastOperator(output).orElse("");
    if (last.equals("ArgMax")) {
      error(
          Trap.ARG_MAX,
          "output "
              + output
              + " comes from an ArgMax, which leaves a class and no scores; export"
              + " the network without it");
      return;
    }
    if (last.equals("LogSoftmax")) {
      findings.add(
          Finding.warning(
              Trap.LOG_SOFTMAX,
              "output "
                  + output
                  + " comes from a LogSoftmax, which runs on the board's CPU and not"
                  + " in the simulator; better export the network without it: scores come out the"
                  + " same"));
    }
    if (facts.classes().isEmpty()) {
      error(
          Trap.NO_SCORES,
          "output "
              + output
              + " is not a list of scores, expected [1, classes]; for several outputs"
              + " name it with --output-name");
    } else if (facts.classes().getAsInt() == NumberTraps.WITH_BACKGROUND) {
      findings.add(
          Finding.note(
              Trap.BACKGROUND_CLASS,
              "1001 classes: networks of TensorFlow have a class 0, background, before ImageNet's"
                  + " 1000; --labels imagenet --background names them so"));
    }
  }
}
