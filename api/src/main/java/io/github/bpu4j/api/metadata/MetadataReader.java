// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.metadata;

import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.ColorInput.Order;
import io.github.bpu4j.api.spi.ColorInput.Size;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads metadata of version 1, and refuses what the JSON Schema in this package refuses.
 *
 * <p>The schema cannot say the file's size, its levels and keys that stand twice; {@link
 * JsonDocument} refuses these.
 */
final class MetadataReader {
  static final int VERSION = 1;

  private static final Set<String> KEYS =
      Set.of(
          "version",
          "labels",
          "fit",
          "interpolation",
          "range",
          "chroma",
          "input",
          "transform",
          "model",
          "output",
          "info");
  private static final Set<String> LABELS = Set.of("builtIn", "file", "names", "background");
  private static final Set<String> INPUT = Set.of("order", "layout", "mean", "scale", "size");
  private static final Set<String> SIDES = Set.of("width", "height");

  /** Means and scales beyond these are mistakes. */
  private static final double LARGEST = 1e6;

  private static final double SMALLEST_SCALE = 1e-9;
  private static final int LONGEST_SIDE = 1 << 14;
  private static final int MAX_NAMES = 1 << 20;

  private final ModelMetadata.Builder metadata = ModelMetadata.builder();

  private MetadataReader() {}

  static ModelMetadata read(Path file) throws IOException {
    JsonValue document = JsonDocument.read(file);
    Map<String, JsonValue> members = document.members(KEYS);
    JsonValue version = members.get("version");
    if (version == null) {
      throw document.error("no version; add \"version\": " + VERSION);
    }
    if (version.integer(1, Integer.MAX_VALUE) != VERSION) {
      throw version.refused(VERSION + ", which is all that this bpu4j reads; update bpu4j");
    }
    MetadataReader reader = new MetadataReader();
    for (Map.Entry<String, JsonValue> member : members.entrySet()) {
      reader.read(member.getKey(), member.getValue());
    }
    return reader.metadata.build();
  }

  private void read(String key, JsonValue value) throws IOException {
    switch (key) {
      case "labels" -> metadata.labels(labels(value));
      case "fit" -> metadata.fit(value.constant(List.of(Fit.values())));
      case "interpolation" ->
          metadata.interpolation(value.constant(List.of(Interpolation.values())));
      case "range" -> metadata.range(value.constant(List.of(YuvRange.FULL, YuvRange.VIDEO)));
      case "chroma" -> metadata.chroma(value.constant(List.of(ChromaSiting.values())));
      case "input" -> metadata.colorInput(input(value));
      case "transform" ->
          metadata.transform(
              value.constant(
                  List.of(ScoreTransform.NONE, ScoreTransform.SOFTMAX, ScoreTransform.SIGMOID)));
      case "model" -> metadata.modelName(value.text());
      case "output" -> metadata.outputName(value.text());
      case "info" -> metadata.info(info(value));
      default -> {} // The version, which is checked first.
    }
  }

  private static LabelSource labels(JsonValue value) throws IOException {
    Map<String, JsonValue> members = value.members(LABELS);
    JsonValue background = members.get("background");
    boolean shifted = background != null && background.flag();
    if (members.size() - (background == null ? 0 : 1) != 1) {
      throw value.error("expected one of builtIn, file and names");
    }
    if (members.containsKey("file")) {
      return file(members.get("file"), shifted);
    }
    if (members.containsKey("names")) {
      return new LabelSource.Inline(names(members.get("names")), shifted);
    }
    JsonValue builtIn = Objects.requireNonNull(members.get("builtIn"));
    if (!"imagenet".equals(builtIn.content())) {
      throw builtIn.refused("\"imagenet\"");
    }
    return new LabelSource.Imagenet(shifted);
  }

  private static LabelSource file(JsonValue value, boolean background) throws IOException {
    if (!LabelSource.File.NAME.matcher(value.text()).matches()) {
      throw value.refused("the name of a file in the model's folder");
    }
    return new LabelSource.File(value.text(), background);
  }

  private static List<String> names(JsonValue value) throws IOException {
    List<JsonValue> elements = value.elements();
    if (elements.isEmpty() || elements.size() > MAX_NAMES) {
      throw value.refused("1 to " + MAX_NAMES + " names, one per class");
    }
    List<String> names = new ArrayList<>(elements.size());
    for (JsonValue element : elements) {
      names.add(element.text());
    }
    return names;
  }

  private static ColorInput input(JsonValue value) throws IOException {
    Map<String, JsonValue> members = value.members(INPUT);
    JsonValue order = members.get("order");
    if (order == null) {
      throw value.error("no order; add \"order\": \"RGB\" or \"BGR\"");
    }
    JsonValue mean = members.get("mean");
    JsonValue scale = members.get("scale");
    JsonValue layout = members.get("layout");
    JsonValue size = members.get("size");
    return new ColorInput(
        order.constant(List.of(Order.values())),
        mean == null ? List.of(0f, 0f, 0f) : three(mean, 0),
        scale == null ? List.of(1f, 1f, 1f) : three(scale, SMALLEST_SCALE),
        layout == null
            ? Optional.empty()
            : Optional.of(layout.constant(List.of(TensorLayout.NCHW, TensorLayout.NHWC))),
        size == null ? Optional.empty() : Optional.of(size(size)));
  }

  /** One number for all channels, or a list of three. */
  private static List<Float> three(JsonValue value, double least) throws IOException {
    if (!value.isList()) {
      float all = value.number(least, LARGEST);
      return List.of(all, all, all);
    }
    if (value.elements().size() != 3) {
      throw value.refused("3 numbers, or one for all channels");
    }
    List<Float> numbers = new ArrayList<>(3);
    for (JsonValue element : value.elements()) {
      numbers.add(element.number(least, LARGEST));
    }
    return numbers;
  }

  private static Size size(JsonValue value) throws IOException {
    Map<String, JsonValue> sides = value.members(SIDES);
    JsonValue width = sides.get("width");
    JsonValue height = sides.get("height");
    if (width == null || height == null) {
      throw value.error("expected width and height");
    }
    return new Size(side(width), side(height));
  }

  private static int side(JsonValue value) throws IOException {
    int side = value.integer(2, LONGEST_SIDE);
    if (side % 2 != 0) {
      throw value.refused("an even number");
    }
    return side;
  }

  private static Map<String, Object> info(JsonValue value) throws IOException {
    if (value.free() instanceof Map<?, ?> facts) {
      return FreeFacts.copyOf(facts);
    }
    throw value.refused("an object in braces");
  }
}
