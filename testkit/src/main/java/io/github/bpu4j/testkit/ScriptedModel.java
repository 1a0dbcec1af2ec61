// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.CloseGuard;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import io.github.bpu4j.preprocess.YuvRange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A model that follows a script. */
final class ScriptedModel implements ClassificationModel {
  private final ModelInfo info;
  private final int rowPitch;
  private final Function<Nv12Picture, ScriptedAnswer> script;
  private final CloseGuard guard;

  ScriptedModel(
      ModelInfo info,
      int rowPitch,
      Function<Nv12Picture, ScriptedAnswer> script,
      Duration closeTimeout) {
    this.info = info;
    this.rowPitch = rowPitch;
    this.script = script;
    this.guard = new CloseGuard("model " + info.name(), closeTimeout, () -> {});
  }

  static ModelInfo info(
      int width, int height, int classes, YuvRange range, Optional<Boolean> probabilities) {
    return new ModelInfo(
        "scripted",
        "scripted",
        true,
        width,
        height,
        classes,
        range,
        probabilities,
        Optional.empty(),
        List.of(tensor("picture", TensorType.NV12, List.of(1, height / 2 * 3, width), 1)),
        List.of(tensor("scores", TensorType.F32, List.of(1, classes), Float.BYTES)),
        Map.of());
  }

  private static TensorInfo tensor(
      String name, TensorType type, List<Integer> shape, int elementBytes) {
    long size = shape.stream().mapToLong(Integer::longValue).reduce(elementBytes, (a, b) -> a * b);
    return new TensorInfo(
        name, type, TensorLayout.NONE, shape, shape, List.of(), size, Quantization.none());
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public InferRequest createRequest() {
    guard.enter();
    try {
      return new ScriptedRequest(info, rowPitch, script, guard);
    } finally {
      guard.leave();
    }
  }

  @Override
  public void close() {
    guard.close();
  }
}
