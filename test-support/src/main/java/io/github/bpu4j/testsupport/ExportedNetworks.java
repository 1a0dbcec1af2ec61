// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The bundled network as exporters write one: it takes colors and knows nothing of NV12.
 *
 * <p>Made from the bundled file by replacing its front, which turns NV12 into {@code (pixel - 127)
 * / 128}, and its softmax. The weights stay, so the answers stay, if a picture is fed as the export
 * expects.
 */
public final class ExportedNetworks {
  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int CONSTANT = 5;
  private static final int INPUT = 11;
  private static final int OUTPUT = 12;
  private static final int PROPERTY = 14;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  /** Outputs of the nodes that turn NV12 into colors, and of the softmax. */
  private static final Set<String> REPLACED =
      Set.of(
          "y_u8", "uv_u8", "y4", "uv4", "uv_f", "uv_nchw", "chroma", "y_f", "luma", "csc", "rgb",
          "prob");

  private final WireTree file;
  private final WireTree graph;
  private final List<WireTree> front = new ArrayList<>();
  private final List<WireTree> tail = new ArrayList<>();

  private ExportedNetworks(byte[] bundled) {
    file = WireTree.parse(bundled);
    file.removeIf(PROPERTY, property -> true);
    graph = file.at(GRAPH, 0);
  }

  /** As torchvision's: RGB, NCHW, ImageNet's mean and deviation, logits. */
  public static byte[] torchvision(byte[] bundled) {
    ExportedNetworks made = new ExportedNetworks(bundled);
    float[] mean = {123.675f, 116.28f, 103.53f};
    float[] deviation = {58.395f, 57.12f, 57.375f};
    made.undo("input", mean, deviation);
    return made.file("input", new long[] {1, 3, 224, 224}, "logits", 1000);
  }

  /** As Keras's: RGB, NHWC of any batch, -1 to 1, probabilities of 1001 classes. */
  public static byte[] keras(byte[] bundled) {
    ExportedNetworks made = new ExportedNetworks(bundled);
    made.front.add(
        ModelFiles.node("Transpose", "planes", "planes", "input_1")
            .add(5, integers("perm", 0, 3, 1, 2)));
    float[] middle = {127.5f, 127.5f, 127.5f};
    made.undo("planes", middle, middle);
    made.constant("background", new long[] {1, 1}, -30f);
    made.tail.add(
        ModelFiles.node("Concat", "all", "all", "background", "logits").add(5, integer("axis", 1)));
    made.tail.add(
        ModelFiles.node("Softmax", "sm", "predictions", "all").add(5, integer("axis", 1)));
    return made.file("input_1", new long[] {-1, 224, 224, 3}, "predictions", 1001);
  }

  /** As Caffe's: BGR, NCHW, means without a scale, logits. */
  public static byte[] caffe(byte[] bundled) {
    ExportedNetworks made = new ExportedNetworks(bundled);
    byte[] reversed = new byte[3 * Long.BYTES];
    reversed[0] = 2;
    reversed[Long.BYTES] = 1;
    made.constant("reversed", INT64, new long[] {3}, reversed);
    made.front.add(
        ModelFiles.node("Gather", "swap", "swapped", "data", "reversed")
            .add(5, integer("axis", 1)));
    float[] mean = {123.68f, 116.779f, 103.939f};
    made.undo("swapped", mean, new float[] {1, 1, 1});
    return made.file("data", new long[] {1, 3, 224, 224}, "logits", 1000);
  }

  /** Takes one channel, which no color picture is. */
  public static byte[] gray(byte[] bundled) {
    ExportedNetworks made = new ExportedNetworks(bundled);
    made.front.add(
        ModelFiles.node("Concat", "thrice", "rgb", "gray", "gray", "gray")
            .add(5, integer("axis", 1)));
    return made.file("gray", new long[] {1, 1, 224, 224}, "logits", 1000);
  }

  /** Writes all of them, for counting their answers by other means: the bundled file, a folder. */
  public static void main(String[] arguments) throws IOException {
    byte[] bundled = Files.readAllBytes(Path.of(arguments[0]));
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    Files.write(folder.resolve("torchvision.onnx"), torchvision(bundled));
    Files.write(folder.resolve("keras.onnx"), keras(bundled));
    Files.write(folder.resolve("caffe.onnx"), caffe(bundled));
  }

  /** From {@code x = (pixel - mean) / deviation} to what the rest of the network expects. */
  private void undo(String x, float[] mean, float[] deviation) {
    float[] factor = new float[3];
    float[] summand = new float[3];
    for (int i = 0; i < 3; i++) {
      factor[i] = deviation[i] / 128;
      summand[i] = (mean[i] - 127) / 128;
    }
    constant("factor", new long[] {1, 3, 1, 1}, factor);
    constant("summand", new long[] {1, 3, 1, 1}, summand);
    front.add(ModelFiles.node("Mul", "scaled", "scaled", x, "factor"));
    front.add(ModelFiles.node("Add", "shifted", "rgb", "scaled", "summand"));
  }

  private byte[] file(String input, long[] inputShape, String output, int classes) {
    List<WireTree> kept = new ArrayList<>();
    for (int i = 0; i < graph.count(NODE); i++) {
      WireTree node = graph.at(NODE, i);
      if (!REPLACED.contains(node.text(2))) {
        kept.add(node);
      }
    }
    graph.removeIf(NODE, node -> true);
    front.forEach(node -> graph.add(NODE, node));
    kept.forEach(node -> graph.add(NODE, node));
    tail.forEach(node -> graph.add(NODE, node));
    graph.set(INPUT, value(input, inputShape)).set(OUTPUT, value(output, inputShape[0], classes));
    return file.bytes();
  }

  private static WireTree value(String name, long... shape) {
    WireTree dimensions = new WireTree();
    for (long size : shape) {
      dimensions.add(1, size < 0 ? new WireTree().add(2, "batch") : new WireTree().add(1, size));
    }
    return new WireTree()
        .add(1, name)
        .add(2, new WireTree().add(1, new WireTree().add(1, FLOAT).add(2, dimensions)));
  }

  private void constant(String name, long[] shape, float... values) {
    byte[] bytes = new byte[values.length * Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    constant(name, FLOAT, shape, bytes);
  }

  private void constant(String name, int type, long[] shape, byte[] bytes) {
    WireTree tensor = new WireTree();
    for (long size : shape) {
      tensor.add(1, size);
    }
    graph.add(CONSTANT, tensor.add(2, type).add(8, name).add(9, bytes));
  }

  private static WireTree integer(String name, long value) {
    return new WireTree().add(1, name).add(3, value).add(20, 2);
  }

  private static WireTree integers(String name, long... values) {
    WireTree attribute = new WireTree().add(1, name);
    for (long value : values) {
      attribute.add(8, value);
    }
    return attribute.add(20, 7);
  }
}
