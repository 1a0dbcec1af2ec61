// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The catalog holds the published facts, and finds models by them. */
final class ModelZooTest {
  /** The facts as they were gathered from the vendor's pages; the first line names the columns. */
  private static List<String> gathered() throws IOException {
    try (InputStream in = ModelZooTest.class.getResourceAsStream("zoo.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Map<String, String> cells(ZooModel model) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("name", model.name());
    cells.put("family", model.family());
    cells.put("file", model.file().path());
    OptionalLong bytes = model.file().bytes();
    cells.put("bytes", bytes.isPresent() ? Long.toString(bytes.getAsLong()) : "");
    cells.put("sha256", model.file().sha256().orElse(""));
    cells.put("width", Integer.toString(model.input().width()));
    cells.put("height", Integer.toString(model.input().height()));
    cells.put("classes", Integer.toString(model.scores().classes()));
    cells.put("labels", model.scores().labels());
    cells.put("input", model.input().format());
    cells.put("probabilities", Boolean.toString(model.scores().probabilities()));
    cells.put("fit", model.input().sampleFit().name().toLowerCase(Locale.ROOT));
    cells.put("interpolation", model.input().sampleInterpolation().name().toLowerCase(Locale.ROOT));
    PublishedFigures figures = model.figures();
    cells.put("params_m", text(figures.paramsM()));
    cells.put("float_top1", text(figures.floatTop1()));
    cells.put("quantized_top1", text(figures.quantizedTop1()));
    cells.put("latency_1_thread_ms", text(figures.latency1ThreadMs()));
    cells.put("latency_4_threads_ms", text(figures.latency4ThreadsMs()));
    cells.put("fps_4_threads", text(figures.fps4Threads()));
    cells.put("source", model.source());
    return cells;
  }

  private static String text(OptionalDouble number) {
    return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
  }

  private static String asNumber(String column, String cell) {
    boolean figure = column.matches("params_m|.*_top1|latency_.*|fps_.*") && !cell.isEmpty();
    return figure ? Double.toString(Double.parseDouble(cell)) : cell;
  }

  @Test
  void has73RowsThatEqualTheGatheredFactsCellByCell() throws IOException {
    List<String> lines = gathered();
    String[] columns = lines.get(0).split(",", -1);
    assertThat(columns).hasSize(20);
    assertThat(lines).hasSize(74);
    assertThat(ModelZoo.models()).hasSize(73);
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(",", -1);
      Map<String, String> expected = new LinkedHashMap<>();
      for (int column = 0; column < columns.length; column++) {
        expected.put(columns[column], asNumber(columns[column], row[column]));
      }
      assertThat(cells(ModelZoo.get(row[0]))).isEqualTo(expected);
    }
  }

  @Test
  void everyModelStatesItsLicenseAndHashSource() {
    assertThat(ModelZoo.models()).allMatch(model -> model.license().equals("unknown"));
    assertThat(ModelZoo.models())
        .allMatch(m -> m.file().sha256().isPresent() != m.file().sha256Source().isEmpty());
    assertThat(ModelZoo.models().stream().filter(m -> m.file().sha256().isPresent())).hasSize(25);
  }

  @Test
  void aWrongNameSuggestsTheNearest() {
    assertThatThrownBy(() -> ModelZoo.get("resnet81"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no model is named 'resnet81'; did you mean resnet18?");
    assertThatThrownBy(() -> ModelZoo.get("parrot"))
        .hasMessage("no model is named 'parrot'; see ModelZoo.models()");
    assertThat(ModelZoo.get("ResNet18")).isEqualTo(ModelZoo.get("resnet18"));
  }

  @Test
  void findsByFamilySizeSpeedAndAccuracy() {
    assertThat(ModelZoo.families()).hasSize(24).contains("MobileNetV2", "YOLO11");
    assertThat(ModelZoo.family("mobilenetv4"))
        .extracting(ZooModel::name)
        .containsExactly("mobilenetv4-conv-medium", "mobilenetv4-conv-small");
    assertThat(first(ZooOrder.SIZE)).isEqualTo("edgenext-xx-small");
    assertThat(first(ZooOrder.ACCURACY)).isEqualTo("hgnetv2-b4");
    assertThat(first(ZooOrder.LATENCY)).isEqualTo("yolov8n-cls");
    assertThat(first(ZooOrder.FPS)).isEqualTo("mobileone-s0");
    List<ZooModel> bySpeed = ModelZoo.models().stream().sorted(ZooOrder.FPS.comparator()).toList();
    List<Double> rates = bySpeed.stream().map(m -> m.figures().fps4Threads().orElse(0)).toList();
    assertThat(rates).isSortedAccordingTo((a, b) -> Double.compare(b, a)).endsWith(0.0);
  }

  private static String first(ZooOrder order) {
    return ModelZoo.models().stream().min(order.comparator()).orElseThrow().name();
  }

  @Test
  void saysWhereTheVendorsPagesDisagree() {
    assertThat(ModelZoo.get("mobilenetv1").disagreements())
        .extracting(Disagreement::field)
        .containsExactly("1-thread ms / FPS", "params M");
    assertThat(ModelZoo.get("edgenext-base").disagreements().get(0).taken())
        .contains("B the real 4-thread rate");
    assertThat(ModelZoo.get("hgnetv2-b0").disagreements()).hasSize(3);
    assertThat(ModelZoo.get("googlenet").disagreements()).isEmpty();
    long named =
        DataRow.read("disagreements.tsv", "\t").stream()
            .filter(
                row ->
                    ModelZoo.models().stream()
                        .anyMatch(m -> ZooTable.concerns(row.text("models"), m.name())))
            .count();
    assertThat(named).isEqualTo(DataRow.read("disagreements.tsv", "\t").size()).isEqualTo(31);
  }
}
