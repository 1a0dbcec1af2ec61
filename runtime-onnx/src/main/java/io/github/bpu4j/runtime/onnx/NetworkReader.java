// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a session's network is, and refuses what is no classifier.
 *
 * @param name of the model
 * @param origin the file, for messages
 * @param options of the runtime
 * @param loadOptions of this load
 */
record NetworkReader(String name, String origin, OnnxOptions options, LoadOptions loadOptions) {
  Network read(OrtSession session) throws OrtException {
    OnnxModelMetadata metadata = session.getMetadata();
    checkModelName(metadata.getGraphName());
    NodeInfo input = onlyInput(session.getInputInfo());
    NodeInfo output = scores(session.getOutputInfo());
    long[] inputShape = nv12Shape(input);
    long[] outputShape = withBatchOfOne(shape(output));
    int classes = classes(output, outputShape);
    int width = (int) inputShape[2];
    int height = (int) (inputShape[1] / 3 * 2);
    ModelInfo info =
        new ModelInfo(
            name,
            "onnx",
            false,
            width,
            height,
            classes,
            range(metadata),
            probabilities(metadata),
            List.of(tensor(input, inputShape, TensorType.NV12, 1)),
            List.of(tensor(output, outputShape, TensorType.F32, Float.BYTES)),
            details(metadata));
    return new Network(
        info, input.getName(), boxed(inputShape), output.getName(), boxed(outputShape));
  }

  private void checkModelName(String graphName) {
    String wanted = loadOptions.modelName().orElse(graphName);
    if (!wanted.equals(graphName) && !wanted.equals(name)) {
      throw new ModelMismatchException(
          origin
              + " holds one model, named '"
              + graphName
              + "'; got the name '"
              + wanted
              + "': leave the name out");
    }
  }

  private NodeInfo onlyInput(Map<String, NodeInfo> inputs) {
    if (inputs.size() != 1) {
      throw new IncompatibleModelException(
          origin
              + " takes "
              + inputs.size()
              + " inputs "
              + inputs.keySet()
              + "; expected one, the picture");
    }
    return inputs.values().iterator().next();
  }

  private NodeInfo scores(Map<String, NodeInfo> outputs) {
    String wanted = loadOptions.outputName().orElse(null);
    NodeInfo chosen =
        wanted != null ? outputs.get(wanted) : outputs.size() == 1 ? first(outputs) : null;
    if (chosen != null) {
      return chosen;
    }
    throw new ModelMismatchException(
        wanted == null
            ? origin + " has several outputs; say which holds the class scores: " + outputs.keySet()
            : origin + " has no output '" + wanted + "'; expected one of " + outputs.keySet());
  }

  private static NodeInfo first(Map<String, NodeInfo> nodes) {
    return nodes.values().iterator().next();
  }

  private long[] nv12Shape(NodeInfo input) {
    long[] shape = withBatchOfOne(shape(input));
    boolean nv12 =
        type(input) == OnnxJavaType.UINT8
            && shape.length == 3
            && shape[0] == 1
            && shape[1] > 0
            && shape[1] % 3 == 0
            && shape[2] > 0
            && shape[2] % 2 == 0;
    if (!nv12) {
      throw new IncompatibleModelException(
          origin
              + ": input "
              + describe(input)
              + "; expected an NV12 picture, UINT8 [1, height * 3 / 2, width] with even sides");
    }
    return shape;
  }

  private int classes(NodeInfo output, long[] shape) {
    long count = 1;
    long longest = 0;
    for (long dimension : shape) {
      count *= dimension;
      longest = Math.max(longest, dimension);
    }
    boolean vector = type(output) == OnnxJavaType.FLOAT && count > 0 && count == longest;
    if (!vector || count > Integer.MAX_VALUE / Float.BYTES) {
      throw new IncompatibleModelException(
          origin + ": output " + describe(output) + "; expected class scores, FLOAT [1, classes]");
    }
    return (int) count;
  }

  private static long[] withBatchOfOne(long[] shape) {
    long[] fixed = shape.clone();
    if (fixed.length > 1 && fixed[0] == -1) {
      fixed[0] = 1;
    }
    return fixed;
  }

  private static long[] shape(NodeInfo node) {
    return node.getInfo() instanceof ai.onnxruntime.TensorInfo tensor
        ? tensor.getShape()
        : new long[0];
  }

  private static OnnxJavaType type(NodeInfo node) {
    return node.getInfo() instanceof ai.onnxruntime.TensorInfo tensor
        ? tensor.type
        : OnnxJavaType.UNKNOWN;
  }

  private static String describe(NodeInfo node) {
    return "'" + node.getName() + "' is " + type(node) + " " + Arrays.toString(shape(node));
  }

  private YuvRange range(OnnxModelMetadata metadata) {
    String key = "bpu4j.range";
    String text = metadata.getCustomMetadataValue(key).orElse("AUTO").toUpperCase(Locale.ROOT);
    return switch (text) {
      case "FULL" -> YuvRange.FULL;
      case "VIDEO" -> YuvRange.VIDEO;
      case "AUTO" -> YuvRange.AUTO;
      default -> throw badProperty(key, text, "FULL or VIDEO");
    };
  }

  private Optional<Boolean> probabilities(OnnxModelMetadata metadata) {
    if (options.probabilities().isPresent()) {
      return options.probabilities();
    }
    String key = "bpu4j.probabilities";
    String text = metadata.getCustomMetadataValue(key).orElse("");
    return switch (text) {
      case "" -> Optional.empty();
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> throw badProperty(key, text, "true or false");
    };
  }

  private IncompatibleModelException badProperty(String key, String got, String expected) {
    return new IncompatibleModelException(
        origin + ": custom property " + key + " is '" + got + "', expected " + expected);
  }

  private static TensorInfo tensor(NodeInfo node, long[] shape, TensorType type, int bytes) {
    List<Integer> dimensions = Arrays.stream(shape).mapToInt(Math::toIntExact).boxed().toList();
    long size = Arrays.stream(shape).reduce(bytes, (a, b) -> a * b);
    return new TensorInfo(
        node.getName(),
        type,
        TensorLayout.NONE,
        dimensions,
        dimensions,
        List.of(),
        size,
        Quantization.none());
  }

  private Map<String, String> details(OnnxModelMetadata metadata) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("file", origin);
    details.put("graph", metadata.getGraphName());
    details.put("producer", metadata.getProducerName());
    details.put("engine", String.join(" ", OrtLibrary.availability().reasons()));
    details.put("threads", String.valueOf(options.threads()));
    return details;
  }

  private static List<Long> boxed(long[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }
}
