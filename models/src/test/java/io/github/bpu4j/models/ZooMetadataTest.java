// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.metadata.LabelSource;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metadata of each model states what reproduces the vendor's printed answers. */
final class ZooMetadataTest {
  @TempDir private Path folder;

  @Test
  void the53WithANotebookStretchLinearly() {
    List<ZooModel> notebooks =
        ModelZoo.models().stream().filter(model -> model.input().notebook()).toList();
    assertThat(notebooks).hasSize(53);
    for (ZooModel model : notebooks) {
      ModelMetadata metadata = model.metadata();
      assertThat(metadata.fit()).contains(Fit.STRETCH);
      assertThat(metadata.interpolation()).contains(Interpolation.LINEAR);
      assertThat(metadata.info().get("notebook"))
          .isEqualTo(Map.of("fit", "STRETCH", "interpolation", "LINEAR"));
    }
  }

  @Test
  void theOther20FollowTheSample() {
    List<ZooModel> others =
        ModelZoo.models().stream().filter(model -> !model.input().notebook()).toList();
    assertThat(others).hasSize(20).extracting(ZooModel::family).contains("HGNetV2", "YOLOv8");
    for (ZooModel model : others) {
      ModelMetadata metadata = model.metadata();
      assertThat(metadata.fit()).contains(model.input().sampleFit());
      assertThat(metadata.interpolation()).contains(model.input().sampleInterpolation());
      assertThat(metadata.info()).doesNotContainKey("notebook");
    }
    assertThat(ModelZoo.get("yolo26n-cls").metadata().interpolation())
        .contains(Interpolation.NEAREST);
    assertThat(ModelZoo.get("hgnetv2-b0").metadata().fit()).contains(Fit.LETTERBOX);
  }

  @Test
  void allOfThemLeaveTheRangeToTheFileAndStateTheRest() {
    for (ZooModel model : ModelZoo.models()) {
      ModelMetadata metadata = model.metadata();
      assertThat(metadata.range()).isEmpty();
      assertThat(metadata.labels()).contains(new LabelSource.Imagenet(false));
      assertThat(metadata.transform())
          .contains(model.scores().probabilities() ? ScoreTransform.NONE : ScoreTransform.SOFTMAX);
      assertThat(metadata.info().get("sample"))
          .isEqualTo(
              Map.of(
                  "fit", model.input().sampleFit().name(),
                  "interpolation", model.input().sampleInterpolation().name(),
                  "range", "VIDEO"));
    }
    assertThat(ModelZoo.models().stream().filter(model -> model.scores().probabilities()))
        .extracting(ZooModel::name)
        .containsExactly("mobilenetv1", "mobilenetv2", "resnet18");
  }

  @Test
  void isReadBackAsWritten() throws IOException {
    for (ZooModel model : ModelZoo.models()) {
      ModelMetadata written = ZooMetadata.fetched(model, "https://x.test/f", 7, "ab");
      Path file = Files.writeString(folder.resolve(model.name()), written.toJson());
      assertThat(ModelMetadata.read(file)).isEqualTo(written);
    }
    ModelMetadata resnet =
        ZooMetadata.fetched(ModelZoo.get("resnet18"), "https://x.test/f", 7, "ab");
    assertThat(resnet.info())
        .containsEntry("license", "unknown")
        .containsEntry("sha256_source", "observed on boards")
        .containsEntry("bytes", new BigDecimal(7));
    Optional<Object> published = Optional.ofNullable(resnet.info().get("published"));
    assertThat(published.orElseThrow().toString()).contains("quantized_top1=");
    assertThat(ZooMetadata.fetched(ModelZoo.get("googlenet"), "https://x.test/f", 7, "ab").info())
        .containsEntry("sha256_source", "recorded at first fetch");
  }
}
