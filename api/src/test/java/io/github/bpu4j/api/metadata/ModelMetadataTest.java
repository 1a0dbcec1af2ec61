// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metadata as written, read and refused. */
class ModelMetadataTest {
  @TempDir private Path folder;

  private static final ModelMetadata FULL =
      ModelMetadata.builder()
          .labels(new LabelSource.Inline(List.of("猫", "dog"), true))
          .fit(Fit.CENTER_CROP)
          .interpolation(Interpolation.ANTIALIAS)
          .range(YuvRange.FULL)
          .chroma(ChromaSiting.AVERAGE)
          .colorInput(ColorInput.imagenet().withLayout(TensorLayout.NHWC).withSize(320, 224))
          .transform(ScoreTransform.SIGMOID)
          .modelName("second")
          .outputName("prob")
          .info(
              Map.of(
                  "source",
                  "torchvision",
                  "top1",
                  new BigDecimal("69.758"),
                  "files",
                  List.of(Map.of("quantized", false))))
          .build();

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("net.onnx.metadata.json"), text);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    assertThat(ModelMetadata.read(file(FULL.toJson()))).isEqualTo(FULL);
    assertThat(ModelMetadata.read(file(ModelMetadata.empty().toJson())))
        .isEqualTo(ModelMetadata.empty());
    for (LabelSource labels :
        List.of(new LabelSource.Imagenet(true), new LabelSource.File("名 of classes.txt", false))) {
      ModelMetadata metadata = FULL.toBuilder().labels(labels).build();
      assertThat(ModelMetadata.read(file(metadata.toJson()))).isEqualTo(metadata);
    }
  }

  @Test
  void standsBesideTheModelUnderItsWholeName() throws IOException {
    Path model = folder.resolve("net.onnx");
    assertThat(ModelMetadata.find(model)).isEmpty();
    assertThat(ModelMetadata.fileFor(model)).hasFileName("net.onnx.metadata.json");
    file("{\"version\": 1, \"fit\": \"LETTERBOX\"}");
    assertThat(ModelMetadata.find(model).orElseThrow().fit()).contains(Fit.LETTERBOX);
  }

  @Test
  void oneNumberStandsForThreeChannelsAndScalesAreOneUnlessStated() throws IOException {
    Path file = file("{\"version\":1,\"input\":{\"order\":\"BGR\",\"mean\":127.5}}");
    assertThat(ModelMetadata.read(file).colorInput())
        .contains(ColorInput.bgr().withMean(127.5f, 127.5f, 127.5f));
  }

  @Test
  void labelsComeFromTheModelsFolder() throws IOException {
    Files.writeString(folder.resolve("labels.txt"), "cat\ndog\n");
    Path file = file("{\"version\":1,\"labels\":{\"file\":\"labels.txt\",\"background\":true}}");
    LabelSource source = ModelMetadata.read(file).labels().orElseThrow();
    assertThat(source.load(folder).names()).containsExactly("background", "cat", "dog");
    assertThat(new LabelSource.Imagenet(true).load(folder).size()).isEqualTo(1001);
    assertThat(new LabelSource.Imagenet(false).load(folder)).isEqualTo(Labels.imagenet());
  }

  @Test
  void aByteOrderMarkIsSkipped() throws IOException {
    assertThat(ModelMetadata.read(file("\uFEFF{\"version\":1}"))).isEqualTo(ModelMetadata.empty());
  }

  /** Single quotes stand for double ones. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'version':1,'lables':{}}             | line 1: lables: unknown key 'lables'; did you mean 'labels'?",
        "{'version':1,'threshold':0.5}         | unknown key 'threshold'; expected one of chroma, fit, info,",
        "{'version':1,'input':{'order':'RGB','means':[1,2,3]}} | input.means: unknown key 'means'; did you mean 'mean'?",
        "{'fit':'STRETCH'}                     | no version; add 'version': 1",
        "{'version':2}                         | version: got 2, expected 1, which is all that this bpu4j reads",
        "{'version':'1'}                       | version: got '1', expected a whole number",
        "{'version':1,'fit':'stretch'}         | fit: got 'stretch', expected 'STRETCH' or 'LETTERBOX' or 'CENTER_CROP'",
        "{'version':1,'range':'AUTO'}          | range: got 'AUTO', expected 'FULL' or 'VIDEO'",
        "{'version':1,'transform':'AUTO'}      | transform: got 'AUTO', expected 'NONE' or 'SOFTMAX' or 'SIGMOID'",
        "{'version':1,'output':''}             | output: got '', expected text",
        "{'version':1,'input':{'mean':[1,2,3]}}| input: no order; add 'order': 'RGB' or 'BGR'",
        "{'version':1,'input':{'order':'RGB','mean':[1,2]}}    | input.mean: got a list of 2, expected 3 numbers",
        "{'version':1,'input':{'order':'RGB','mean':[1,2,'3']}}| input.mean[2]: got '3', expected a number from",
        "{'version':1,'input':{'order':'RGB','scale':0}}       | input.scale: got 0, expected a number other than 0",
        "{'version':1,'input':{'order':'RGB','scale':1e99}}    | input.scale: got 1E+99, expected a number",
        "{'version':1,'input':{'order':'RGB','size':{'width':225,'height':224}}} | input.size.width: got 225, expected an even number",
        "{'version':1,'input':{'order':'RGB','size':{'width':224}}} | input.size: expected width and height",
        "{'version':1,'input':null}            | input: got null, expected an object",
        "{'version':1,'labels':['cat']}        | labels: got a list of 1, expected an object",
        "{'version':1,'labels':{'background':true}} | labels: expected one of builtIn, file and names",
        "{'version':1,'labels':{'builtIn':'coco'}}  | labels.builtIn: got 'coco', expected 'imagenet'",
        "{'version':1,'labels':{'file':'../labels.txt'}} | labels.file: got '../labels.txt', expected the name of a file in the model's folder",
        "{'version':1,'labels':{'names':[]}}   | labels.names: got a list of 0, expected 1 to",
        "{'version':1,'info':{'note':null}}    | info.note: got null, expected a value",
        "{'version':1,'info':'mine'}           | info: got 'mine', expected an object",
        "{'version':1,'fit':'STRETCH','fit':'STRETCH'} | line 1: not JSON: Duplicate field",
        "{'version':1} {}                      | line 1: text after the closing brace",
        "{'version':1                          | not JSON: Unexpected end-of-input",
        "[]                                    | line 1: got a list of 0, expected an object",
        "' '                                   | got ' ', expected an object",
      })
  void saysWhereItIsWrong(String text, String expected) throws IOException {
    Path file = file(text.replace('\'', '"'));
    assertThatThrownBy(() -> ModelMetadata.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(expected.replace('\'', '"').replace("model\"s", "model's"));
  }

  @Test
  void namesTheLineOfAKey() throws IOException {
    Path file = file("{\n  \"version\": 1,\n  \"input\": {\n    \"order\": \"GBR\"\n  }\n}\n");
    assertThatThrownBy(() -> ModelMetadata.read(file))
        .hasMessage(file + ": line 4: input.order: got \"GBR\", expected \"RGB\" or \"BGR\"");
  }

  @Test
  void refusesWhatIsNoSmallTextFile() throws IOException {
    Path file = folder.resolve("net.onnx.metadata.json");
    Files.write(file, "{\"version\":1,\"model\":\"caf\u00e9\"}".getBytes(ISO_8859_1));
    assertThatThrownBy(() -> ModelMetadata.read(file)).hasMessageContaining("not UTF-8 text");
    Files.write(file, new byte[(8 << 20) + 1]);
    assertThatThrownBy(() -> ModelMetadata.read(file)).hasMessageContaining("more than 8388608");
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> ModelMetadata.read(file)).hasMessageContaining("no JSON in it");
    file("{\"version\":1,\"info\":{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}}");
    assertThatThrownBy(() -> ModelMetadata.read(file)).hasMessageContaining("nesting depth");
    assertThatThrownBy(() -> ModelMetadata.read(folder)).hasMessageContaining("not a regular file");
  }
}
