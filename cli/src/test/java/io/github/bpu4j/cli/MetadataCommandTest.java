// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.metadata.LabelSource;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.testsupport.ExportedNetworks;
import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metadata on the command line: shown, written, used and contradicted. */
final class MetadataCommandTest {
  private static final String[] IMAGENET = {
    "--input", "rgb", "--mean", "123.675,116.28,103.53", "--scale", "0.0171247,0.0175070,0.0174292"
  };
  private static final Path PHOTO = CommandProcess.picture("chelsea.png");
  private static byte[] bundled = {};

  @TempDir private Path folder;

  @BeforeAll
  static void read() throws IOException {
    bundled =
        Files.readAllBytes(
            CommandProcess.root()
                .resolve("runtime-onnx/src/main/resources/io/github/bpu4j/runtime/onnx")
                .resolve("efficientnet_lite0_nv12_int8w.onnx"));
  }

  private Path export() throws IOException {
    return Files.write(folder.resolve("net.onnx"), ExportedNetworks.torchvision(bundled));
  }

  private static CommandProcess run(Object first, String[] options, Object... rest)
      throws Exception {
    Object[] all = new Object[1 + options.length + rest.length];
    all[0] = first;
    System.arraycopy(options, 0, all, 1, options.length);
    System.arraycopy(rest, 0, all, 1 + options.length, rest.length);
    return CommandProcess.run(all);
  }

  @Test
  void anExportIsClassifiedWithOptionsAndWithMetadataAlike() throws Exception {
    Path net = export();
    CommandProcess without = CommandProcess.run("classify", "-m", net, PHOTO);
    assertThat(without.exit()).isEqualTo(3);
    assertThat(without.err())
        .contains("expected to be told how it reads colors: --input rgb or bgr, with --mean")
        .doesNotContain("ColorInput", "builder");
    CommandProcess options = run("classify", IMAGENET, "--json", "-m", net, PHOTO);
    assertThat(options.exit()).as(options.err()).isZero();
    CommandProcess written = run("metadata", IMAGENET, "--write", net);
    assertThat(written.exit()).as(written.err()).isZero();
    assertThat(written.err()).contains("wrote " + net + ".metadata.json");
    CommandProcess metadata = CommandProcess.run("classify", "--json", "-m", net, PHOTO);
    assertThat(metadata.exit()).as(metadata.err()).isZero();
    Map<String, String> values = JsonKeys.values(metadata.out());
    assertThat(values).containsEntry("transform", "SOFTMAX").containsEntry("range", "FULL");
    assertThat(metadata.out())
        .contains("{\"index\":285,\"name\":\"Egyptian cat\",\"score\":0.7866");
    assertThat(answers(metadata)).isEqualTo(answers(options));
  }

  private static String answers(CommandProcess run) {
    return run.out().replaceAll("\"timing_ms\".*", "");
  }

  @Test
  void perfTakesTheSameOptions() throws Exception {
    CommandProcess perf = run("perf", IMAGENET, "--frames", 3, "--warmup", 0, "-m", export());
    assertThat(perf.exit()).as(perf.err()).isZero();
    assertThat(perf.out()).contains("net on onnx");
  }

  @Test
  void showsWhatIsKnownFromWhereAndWhatIsMissing() throws Exception {
    Path net = export();
    assertThat(CommandProcess.run("metadata", net).out())
        .contains("net.onnx.metadata.json: no such file")
        .containsPattern("input.order +missing")
        .containsPattern("input.layout +file +NCHW")
        .containsPattern("transform +file +SOFTMAX")
        .containsPattern("labels +default +imagenet")
        .contains("missing: input.order, input.mean, input.scale");
    ModelMetadata stated =
        ModelMetadata.builder().colorInput(ColorInput.bgr()).fit(Fit.CENTER_CROP).build();
    Files.writeString(ModelMetadata.fileFor(net), stated.toJson());
    CommandProcess run = CommandProcess.run("metadata", "--fit", "letterbox", net);
    assertThat(run.out())
        .containsPattern("input.order +metadata +BGR")
        .containsPattern("fit +option +LETTERBOX")
        .doesNotContain("missing");
    assertThat(ModelMetadata.find(net)).contains(stated);
  }

  @Test
  void writesIntoWhatWasThere() throws Exception {
    Path net = export();
    Files.writeString(
        ModelMetadata.fileFor(net),
        ModelMetadata.builder().info(Map.of("source", "mine")).fit(Fit.LETTERBOX).build().toJson());
    Path labels = folder.resolve("labels.txt");
    Files.writeString(labels, "label\n".repeat(1000));
    CommandProcess run =
        run("metadata", IMAGENET, "--write", "--labels", labels, "--fit", "center_crop", net);
    assertThat(run.exit()).as(run.err()).isZero();
    ModelMetadata written = ModelMetadata.find(net).orElseThrow();
    assertThat(written.info()).isEqualTo(Map.of("source", "mine"));
    assertThat(written.fit()).contains(Fit.CENTER_CROP);
    assertThat(written.labels()).contains(new LabelSource.File("labels.txt", false));
  }

  @Test
  void contradictionsAreToldAndNotWritten() throws Exception {
    Path net = Files.write(folder.resolve("net.onnx"), ExportedNetworks.keras(bundled));
    CommandProcess layout =
        CommandProcess.run("metadata", "--write", "--input", "rgb", "--layout", "nchw", net);
    assertThat(layout.exit()).isEqualTo(2);
    assertThat(layout.err())
        .contains("input.layout contradicts the file: NCHW is stated, the file says NHWC");
    CommandProcess softmax = CommandProcess.run("metadata", "--transform", "softmax", net);
    assertThat(softmax.exit()).isZero();
    assertThat(softmax.err()).contains("SOFTMAX is stated, the file says probabilities");
    CommandProcess labels = CommandProcess.run("metadata", "--write", "--labels", "imagenet", net);
    assertThat(labels.err()).contains("the file says 1001 classes");
    Path bin = Files.write(folder.resolve("net.bin"), ModelFiles.real());
    CommandProcess colors = CommandProcess.run("metadata", "--write", "--input", "rgb", bin);
    assertThat(colors.exit()).isEqualTo(2);
    assertThat(colors.err()).contains("input.order contradicts the file: RGB is stated");
    assertThat(ModelMetadata.fileFor(net)).doesNotExist();
    assertThat(ModelMetadata.fileFor(bin)).doesNotExist();
  }

  @Test
  void saysThatTheMetadataNamesWhatIsNotThere() throws Exception {
    Path net = export();
    Files.writeString(
        ModelMetadata.fileFor(net),
        "{\"version\":1,\"model\":\"second\",\"labels\":{\"file\":\"gone.txt\"}}");
    assertThat(CommandProcess.run("metadata", net).err())
        .contains("model in the metadata, second: expected one of [")
        .doesNotContain("--model-name");
    assertThat(CommandProcess.run("info", "--file-only", net).out())
        .containsPattern("labels +1000 classes +gone.txt \\(cannot be read\\) +<- differs");
    assertThat(CommandProcess.run("classify", "-m", net, PHOTO).err())
        .contains("gone.txt: no such file; labels.file in the metadata names it");
  }

  @Test
  void infoShowsMetadataBesideTheFileAndMarksDifferences() throws Exception {
    Path bin = Files.write(folder.resolve("net.bin"), ModelFiles.real());
    Files.writeString(
        ModelMetadata.fileFor(bin),
        "{\"version\":1,\"range\":\"VIDEO\",\"transform\":\"NONE\",\"info\":{\"sha256\":\"00\"}}");
    CommandProcess page = CommandProcess.run("info", "--file-only", bin);
    assertThat(page.out())
        .contains("as net.bin.metadata.json states it")
        .containsPattern("range +FULL +VIDEO +<- differs")
        .containsPattern("transform +probabilities +NONE\\R")
        .containsPattern("info.sha256 +\\w+.* +00 +<- differs");
    CommandProcess json = CommandProcess.run("info", "--json", "--file-only", bin);
    assertThat(json.out())
        .contains("{\"key\":\"range\",\"file\":\"FULL\",\"metadata\":\"VIDEO\",\"differs\":true}");
  }

  @Test
  void warnsWhereASoftmaxWouldBeAppliedTwice() throws Exception {
    CommandProcess twice = CommandProcess.run("classify", "--transform", "softmax", PHOTO);
    assertThat(twice.exit()).isZero();
    assertThat(twice.err()).containsOnlyOnce("gives probabilities already");
  }
}
