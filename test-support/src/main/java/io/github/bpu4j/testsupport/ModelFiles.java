// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Model files for tests. Only {@link #real()} comes from the vendor's compiler; the others are made
 * from it by editing its fields the way that the compiler is known to write such files. The BPU
 * program in them is always the real one.
 */
public final class ModelFiles {
  /** Number of the file's field that contains a graph. */
  public static final int GRAPH = 5;

  /** Number of a graph's field that contains a constant. */
  public static final int CONSTANT = 3;

  private static final int BUILD = 6;
  private static final int NODE = 1;
  private static final int NAME = 2;
  private static final int INPUT = 4;
  private static final int OUTPUT = 5;

  private ModelFiles() {}

  /** Real: NV12, 48 wide, 32 high, 10 classes, softmax. */
  public static byte[] real() {
    return unpacked("tiny_48x32_nv12.bin.gz");
  }

  /**
   * Real: one of the variants in the resource folder {@code compiled}, such as {@code split}.
   *
   * <p>All have random weights and a 48x32 input unless their name says otherwise:
   *
   * <ul>
   *   <li>{@code logits} has no softmax; {@code raw} is the same network without nodes after the
   *       BPU.
   *   <li>{@code c7}, {@code c11}: softmax over so many classes; {@code pack}: both in one file.
   *   <li>{@code out8}, {@code out16}: narrow integers from the BPU; {@code softbpu}: softmax on
   *       the BPU.
   *   <li>{@code narrow} is 50x34, {@code video} takes limited range, {@code batch} three pictures.
   *   <li>{@code twoout} has outputs prob, aux and fmap; {@code twopic} two inputs; {@code slash}
   *       names with slashes; {@code longname} one of 260 letters.
   *   <li>{@code gray}, {@code rgb}, {@code feat}: other inputs; {@code resizer}: NV12 from the
   *       resizer.
   *   <li>{@code split}, {@code topk}: two programs with nodes on the CPU between; {@code cpuall}:
   *       convolutions on the CPU.
   * </ul>
   */
  public static byte[] compiled(String name) {
    return unpacked("compiled/" + name + ".bin.gz");
  }

  private static byte[] unpacked(String name) {
    try (InputStream in = Objects.requireNonNull(ModelFiles.class.getResourceAsStream(name));
        var unpacked = new GZIPInputStream(in)) {
      return unpacked.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Made: two models in one file, {@code tnv12} and {@code second}, the latter with 7 classes. */
  public static byte[] packed() {
    WireTree file = tree();
    WireTree second = file.at(GRAPH, 0).copy().set(NAME, "second");
    second.set(OUTPUT, value("prob", 1, 1, 7));
    WireTree build = setting(file.at(BUILD, 0).copy(), "MODEL_PREFIX", "second");
    return new WireTree()
        .add(GRAPH, file.at(GRAPH, 0))
        .add(GRAPH, second)
        .add(BUILD, build)
        .add(BUILD, file.at(BUILD, 0))
        .bytes();
  }

  /**
   * Made: without the nodes after the BPU, so the output is raw INT32 [1,10,1,1] with the old name.
   */
  public static byte[] withoutTail() {
    WireTree file = tree();
    WireTree graph = file.at(GRAPH, 0);
    graph.removeIf(NODE, node -> !node.text(4).equals("BPU"));
    graph.at(NODE, 0).set(2, "prob");
    graph.set(OUTPUT, value("prob", 6, 1, 10, 1, 1));
    return file.bytes();
  }

  /** Made: without the softmax, like the many models whose scores are logits. */
  public static byte[] withoutSoftmax() {
    WireTree file = tree();
    WireTree graph = file.at(GRAPH, 0);
    graph.removeIf(NODE, node -> node.text(4).equals("Softmax"));
    graph.at(NODE, 1).set(2, "l");
    return file.bytes();
  }

  /** Made: an RGB input of layout NHWC, stored as batch, channel, height, width. */
  public static byte[] rgb() {
    WireTree file = tree();
    file.at(GRAPH, 0)
        .set(INPUT, value("x", 3, 1, 3, 32, 48))
        .set(7, new byte[] {10})
        .set(8, new byte[] {1});
    setting(file.at(BUILD, 0), "INPUT_TYPE_RT", "rgb;");
    return file.bytes();
  }

  /** Made: a numeric input instead of the picture. */
  public static byte[] featureMap() {
    WireTree file = tree();
    file.at(GRAPH, 0)
        .set(INPUT, value("x", 1, 1, 3, 32, 48))
        .set(7, new byte[] {5})
        .set(8, new byte[] {2});
    setting(file.at(BUILD, 0), "INPUT_TYPE_RT", "featuremap;");
    setting(file.at(BUILD, 0), "NORM_TYPE", "no_preprocess;");
    setting(file.at(BUILD, 0), "MEAN_VALUE", ";");
    setting(file.at(BUILD, 0), "SCALE_VALUE", ";");
    return file.bytes();
  }

  /** Made: a different model name. */
  public static byte[] named(String name) {
    WireTree file = tree();
    file.at(GRAPH, 0).set(NAME, name);
    return file.bytes();
  }

  /** Made: one build setting changed, such as MARCH. */
  public static byte[] withSetting(String key, String value) {
    WireTree file = tree();
    setting(file.at(BUILD, 0), key, value);
    return file.bytes();
  }

  /** Made: the march in the BPU program's header changed; three letters. */
  public static byte[] withProgramMarch(String march) {
    byte[] bytes = real();
    byte[] from = "B2E".getBytes(StandardCharsets.US_ASCII);
    int program = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("#B2Ehbm");
    System.arraycopy(
        march.getBytes(StandardCharsets.US_ASCII), 0, bytes, program + 0x154, from.length);
    return bytes;
  }

  /** Made: without the build record. */
  public static byte[] withoutBuildRecord() {
    WireTree file = tree();
    return new WireTree().add(1, 1).add(2, 1).add(GRAPH, file.at(GRAPH, 0)).bytes();
  }

  /** Made: the older form with the only graph in field 3 and the settings in fields 4. */
  public static byte[] olderForm() {
    WireTree file = tree();
    WireTree older = new WireTree().add(1, 1).add(2, 1).add(3, file.at(GRAPH, 0));
    WireTree build = file.at(BUILD, 0);
    for (int i = 0; i < build.count(1); i++) {
      older.add(4, build.at(1, i));
    }
    return older.bytes();
  }

  /** Made: the real file with the BPU program cut to its header, for tests that read often. */
  public static byte[] small() {
    return withShortProgram(real());
  }

  /** Made: a file with every BPU program in it cut to the first kilobyte. */
  public static byte[] withShortProgram(byte[] bytes) {
    WireTree file = WireTree.parse(bytes);
    int graph = file.count(GRAPH) > 0 ? GRAPH : 3;
    for (int i = 0; i < file.count(graph); i++) {
      WireTree program = file.at(graph, i).at(CONSTANT, 0);
      program.set(5, Arrays.copyOf(program.bytes(5), 1024));
    }
    return file.bytes();
  }

  /** Made: an ONNX model with one constant, a dynamic batch and a softmax before a reshape. */
  public static byte[] onnx() {
    WireTree graph =
        new WireTree()
            .add(NODE, node("MatMul", "m", "l", "x", "w"))
            .add(NODE, node("Softmax", "sm", "p", "l"))
            .add(NODE, node("Reshape", "r", "prob", "p", "shape"))
            .add(NAME, "made")
            .add(5, new WireTree().add(1, 3).add(1, 10).add(2, 1).add(8, "w").add(9, new byte[120]))
            .add(11, onnxValue("x", 1, new WireTree().add(2, "batch"), new WireTree().add(1, 3)))
            .add(11, onnxValue("w", 1, new WireTree().add(1, 3), new WireTree().add(1, 10)))
            .add(12, onnxValue("prob", 1, new WireTree(), new WireTree().add(1, 10)));
    return new WireTree()
        .add(1, 8)
        .add(2, "maker")
        .add(3, "2.0")
        .add(8, new WireTree().add(2, 13))
        .add(8, new WireTree().add(1, "ai.onnx.ml").add(2, 3))
        .add(14, new WireTree().add(1, "author").add(2, "nobody"))
        .add(7, graph)
        .bytes();
  }

  /** Returns the real file for editing. */
  public static WireTree tree() {
    return WireTree.parse(real());
  }

  /** A tensor of a graph: its name, the number of its type, its shape. */
  public static WireTree value(String name, int type, long... dims) {
    return new WireTree()
        .add(1, name)
        .add(2, new WireTree().add(1, type).add(2, WireTree.packed(dims)));
  }

  /** A node of a graph. */
  public static WireTree node(String type, String name, String output, String... inputs) {
    var node = new WireTree();
    for (String input : inputs) {
      node.add(1, input);
    }
    return node.add(2, output).add(3, name).add(4, type);
  }

  /** Sets one build setting, in place of those of that name. */
  public static WireTree setting(WireTree build, String key, String value) {
    build.removeIf(1, entry -> entry.text(1).equals(key));
    return build.add(1, new WireTree().add(1, key).add(2, value));
  }

  private static WireTree onnxValue(String name, int type, WireTree... dims) {
    var shape = new WireTree();
    for (WireTree dim : dims) {
      shape.add(1, dim);
    }
    return new WireTree()
        .add(1, name)
        .add(2, new WireTree().add(1, new WireTree().add(1, type).add(2, shape)));
  }
}
