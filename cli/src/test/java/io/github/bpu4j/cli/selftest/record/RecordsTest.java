// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.ZooModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordsTest {
  private static final String HEADER =
      "name,picture,picture_sha256,fit,interpolation,top5,softmax_by_sample,model_file,board,date,"
          + "raw_first10\n";

  @TempDir private Path folder;

  @Test
  void allPublishedAnswersAreOfModelsInTheZoo() {
    List<AnswerRecord> answers = Records.publishedAnswers();
    assertThat(answers).hasSize(131);
    assertThat(answers).allMatch(row -> ModelZoo.find(row.name()).isPresent());
    assertThat(answers.stream().map(AnswerRecord::name).distinct()).hasSize(55);
    assertThat(answers).allMatch(row -> !row.top().isEmpty());
    AnswerRecord resnet18 =
        answers.stream().filter(row -> row.name().equals("resnet18")).findFirst().orElseThrow();
    assertThat(resnet18.top().get(0).score().orElseThrow()).hasToString("0.9523687958717346");
    assertThat(resnet18.softmaxes()).isEqualTo(Softmaxes.NONE);
  }

  @Test
  void everyModelWithALatencyHasARateForOneThread() {
    List<RateRecord> rates = Records.publishedRates();
    List<String> one =
        rates.stream().filter(rate -> rate.threads() == 1).map(RateRecord::name).toList();
    assertThat(one).doesNotHaveDuplicates().contains("resnet18", "yolov8n-cls");
    assertThat(
            ModelZoo.models().stream()
                .filter(model -> model.figures().latency1ThreadMs().isPresent())
                .map(ZooModel::name))
        .allMatch(one::contains);
    assertThat(rates).allMatch(rate -> rate.threads() > 0);
  }

  @Test
  void mistakesNameTheLine() throws IOException {
    assertThatThrownBy(() -> read("x,p,,stretch,linear,1:0.5,thrice,f,b,d,\n"))
        .isInstanceOf(RecordsException.class)
        .hasMessage(
            "own.csv:2: softmax_by_sample: got thrice, expected one of [none, once, twice]");
    assertThatThrownBy(() -> read("x,p,abc,stretch,linear,1:0.5,none,f,b,d,\n"))
        .hasMessageContaining("own.csv:2: picture_sha256: got abc, expected 64 digits");
    assertThatThrownBy(() -> read("x,p,,stretch,linear,1:0.5\n"))
        .hasMessageContaining("own.csv:2: got 6 cells, expected 11");
    assertThatThrownBy(() -> read("x,p,,stretch,linear,0.5,none,f,b,d,\n"))
        .hasMessageContaining("own.csv:2: got 0.5, expected index:score");
    assertThatThrownBy(() -> read("x,p,,stretch,linear,1:high,none,f,b,d,\n"))
        .hasMessageContaining("own.csv:2: got high, expected a number");
  }

  @Test
  void fileThatIsNoTextIsNamed() throws IOException {
    Path binary = Files.write(folder.resolve("model.bin"), new byte[] {'a', (byte) 0xff});
    assertThatThrownBy(() -> Records.answers(binary))
        .isInstanceOf(RecordsException.class)
        .hasMessage(binary + ": it is not text in UTF-8, expected a CSV file");
    assertThatThrownBy(() -> Records.rates(folder))
        .isInstanceOf(RecordsException.class)
        .hasMessage(folder + ": it is a folder, expected a CSV file");
  }

  @Test
  void picturesAreFoundByContentAlone() throws IOException {
    Path below = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(below.resolve("no extension"), "abc");
    Files.writeString(folder.resolve("white_wolf.JPEG"), "not it");
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    KnownPictures found = KnownPictures.in(folder, Set.of(abc, "0".repeat(64)));
    assertThat(found.find(abc)).contains(below.resolve("no extension"));
    assertThat(found.files()).hasSize(1);
  }

  private List<AnswerRecord> read(String rows) throws IOException {
    return Records.answers(Files.writeString(folder.resolve("own.csv"), HEADER + rows));
  }
}
