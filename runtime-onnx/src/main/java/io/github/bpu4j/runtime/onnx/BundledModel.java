// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime.DefaultModel;
import io.github.bpu4j.api.spi.LoadOptions;
import java.io.IOException;
import java.io.InputStream;

/** EfficientNet-Lite0 for 1000 ImageNet classes, 224x224 NV12 of VIDEO range, 5 MB. */
record BundledModel(OnnxOptions options) implements DefaultModel {
  private static final String RESOURCE = "efficientnet_lite0_nv12_int8w.onnx";

  @Override
  public String name() {
    return "efficientnet_lite0";
  }

  @Override
  public ClassificationModel load(LoadOptions loadOptions) {
    OrtEnvironment environment = OrtLibrary.environment();
    byte[] bytes = read();
    return new SessionLoader(environment, options, loadOptions)
        .load(
            name(),
            ModelLocation.ofResource(RESOURCE),
            settings -> environment.createSession(bytes, settings));
  }

  private static byte[] read() {
    try (InputStream in = BundledModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new ModelLoadException(
            RESOURCE
                + " is missing from the jar of bpu4j-runtime-onnx; if you repackage jars, keep"
                + " their resources, or open a model file of your own");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ModelLoadException("cannot read " + RESOURCE + " from its jar: " + e, e);
    }
  }
}
