// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.Labels;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabeledPicturesTest {
  @TempDir private Path folder;

  @Test
  void aFolderPerClassIsWalkedInTheOrderOfNames() throws IOException {
    pictures("n01443537/b.jpg", "n01443537/a.PNG", "tench/deep/er/c.webp", "2/d.jpg");
    text("tench/readme.txt", "no picture");
    pictures("tench/.hidden.jpg");

    assertThat(walk(GroundTruth.of(folder)))
        .containsExactly(
            "2/d.jpg=2", "n01443537/a.PNG=1", "n01443537/b.jpg=1", "tench/deep/er/c.webp=0");
    DataSummary summary = check(GroundTruth.of(folder));
    assertThat(summary.layout()).isEqualTo("a folder per class");
    assertThat(summary.pictures()).isEqualTo(4);
    assertThat(summary.classes()).isEqualTo(3);
    assertThat(summary.kinds())
        .isEqualTo(Map.of(LabelKind.SYNSET, 1, LabelKind.NAME, 1, LabelKind.INDEX, 1));
    assertThat(summary.examples())
        .containsExactly(
            new DataSummary.Example("2", 2),
            new DataSummary.Example("n01443537", 1),
            new DataSummary.Example("tench", 0));
  }

  @Test
  void namesHoldTheSynset() throws IOException {
    pictures("n01443537_goldfish.JPEG", "n01440764_tench.JPEG");
    assertThat(walk(GroundTruth.of(folder)))
        .containsExactly("n01440764_tench.JPEG=0", "n01443537_goldfish.JPEG=1");
  }

  @Test
  void csvKeepsItsOrderAndItsQuotes() throws IOException {
    Path csv = text("labels.csv", "Path,Label\r\nb.jpg,\"tench, Tinca tinca\"\r\na.jpg,1\r\n");
    pictures("a.jpg", "b.jpg", "not-listed.jpg");
    assertThat(walk(GroundTruth.ofFile(csv, null))).containsExactly("b.jpg=0", "a.jpg=1");
  }

  @Test
  void csvNeedsNoHeadingAndMayHaveMoreColumnsWithOne() throws IOException {
    pictures("a.jpg");
    assertThat(walk(GroundTruth.csv(text("a.csv", "a.jpg,3\n")))).containsExactly("a.jpg=3");
    Path more = text("b.csv", "size,label,path\n17,3,a.jpg\n");
    assertThat(walk(GroundTruth.csv(more))).containsExactly("a.jpg=3");
    Path unquoted = text("c.csv", "a.jpg,tench, Tinca tinca\n");
    assertThatThrownBy(() -> walk(GroundTruth.csv(unquoted)))
        .hasMessageContaining(
            "line 1: got [a.jpg, tench, Tinca tinca], expected a path and a label")
        .hasMessageContaining("quotes");
  }

  @Test
  void missingFilesOfAListAreCounted() throws IOException {
    pictures("a.jpg");
    Path csv = text("labels.csv", "a.jpg,1\ngone.jpg,1\n");
    assertThat(check(GroundTruth.csv(csv)).missing()).isEqualTo(1);
  }

  @Test
  void validationLayoutGoesByTheNumberInTheName() throws IOException {
    pictures("ILSVRC2012_val_00000002.JPEG", "ILSVRC2012_val_00000001.JPEG");
    Path synsets = text("labels.txt", "n01443537\nn01440764\n");
    assertThat(walk(GroundTruth.ofFile(synsets, null)))
        .containsExactly("ILSVRC2012_val_00000001.JPEG=1", "ILSVRC2012_val_00000002.JPEG=0");
    Path fromZero = text("indexes.txt", "0\n5\n");
    assertThat(walk(GroundTruth.file(fromZero)))
        .containsExactly("ILSVRC2012_val_00000001.JPEG=0", "ILSVRC2012_val_00000002.JPEG=5");
  }

  @Test
  void numbersOfTheDevelopmentKitNeedItsList() throws IOException {
    pictures("ILSVRC2012_val_00000001.JPEG", "ILSVRC2012_val_00000002.JPEG");
    Path numbers = text("ILSVRC2012_validation_ground_truth.txt", "490\n361\n");
    assertThatThrownBy(() -> walk(GroundTruth.file(numbers)))
        .isInstanceOf(LabelException.class)
        .hasMessageContaining("development kit has its own order of classes")
        .hasMessageContaining("map_clsloc.txt");
    Path ids = text("map_clsloc.txt", "n01440764 361 tench\nn01443537 490 goldfish\n");
    assertThat(walk(GroundTruth.file(numbers, ids)))
        .containsExactly("ILSVRC2012_val_00000001.JPEG=1", "ILSVRC2012_val_00000002.JPEG=0");
  }

  @Test
  void aTruthFileMayNameThePictures() throws IOException {
    pictures("a.JPEG", "b.JPEG");
    Path val = text("val.txt", "b.JPEG 65\na.JPEG great white shark\n");
    assertThat(walk(GroundTruth.file(val))).containsExactly("b.JPEG=65", "a.JPEG=2");
  }

  @Test
  void labelsThatMeanNothingAreRefusedTogetherBeforeAnyPictureIsOpened() throws IOException {
    pictures("crane/a.jpg", "nothing/b.jpg", "tench/c.jpg", "loose.jpg");
    assertThatThrownBy(() -> check(GroundTruth.folders()))
        .isInstanceOf(LabelException.class)
        .hasMessageStartingWith("labels (a folder per class) cannot be used, 3 in number:")
        .hasMessageContaining("'crane' is ambiguous")
        .hasMessageContaining("'nothing' is not a class of the model")
        .hasMessageContaining("loose.jpg is in no folder of a class");
  }

  @Test
  void manyProblemsEndTheCheck() throws IOException {
    for (int i = 0; i < 30; i++) {
      pictures("unknown" + i + "/a.jpg");
    }
    assertThatThrownBy(() -> check(GroundTruth.folders())).hasMessageContaining("more than 10");
  }

  @Test
  void digestTellsOfAnyChange() throws IOException {
    pictures("tench/a.jpg", "tench/b.jpg");
    String before = check(GroundTruth.folders()).sha256();
    assertThat(check(GroundTruth.folders()).sha256()).isEqualTo(before);
    text("tench/a.jpg", "more bytes");
    String larger = check(GroundTruth.folders()).sha256();
    Files.move(folder.resolve("tench/b.jpg"), folder.resolve("tench/c.jpg"));
    String renamed = check(GroundTruth.folders()).sha256();
    Files.move(folder.resolve("tench"), folder.resolve("goldfish"));
    String relabeled = check(GroundTruth.folders()).sha256();
    assertThat(List.of(before, larger, renamed, relabeled)).doesNotHaveDuplicates();
  }

  @Test
  void anEmptyFolderIsRefused() throws IOException {
    assertThatThrownBy(() -> GroundTruth.of(folder))
        .hasMessageContaining("no picture in this folder, and no folder of a class");
    Files.createDirectory(folder.resolve("tench"));
    assertThatThrownBy(() -> check(GroundTruth.of(folder)))
        .hasMessageContaining("no labeled picture (a folder per class)");
  }

  @Test
  void aLinkToAFolderAboveIsRefused() throws IOException {
    pictures("tench/a.jpg");
    Files.createSymbolicLink(folder.resolve("tench/loop"), folder);
    assertThatThrownBy(() -> check(GroundTruth.folders()))
        .isInstanceOf(FileSystemLoopException.class);
  }

  private LabeledPictures labeled(GroundTruth truth) {
    return new LabeledPictures(folder, truth, ClassNames.of(Labels.imagenet()));
  }

  private DataSummary check(GroundTruth truth) throws IOException {
    return labeled(truth).check();
  }

  private List<String> walk(GroundTruth truth) throws IOException {
    List<String> walked = new ArrayList<>();
    LabeledPictures pictures = labeled(truth);
    try (LabeledPictures.Walk walk = pictures.walk(Selection.all(), pictures.check().pictures())) {
      for (LabeledPicture each = walk.next(); each != null; each = walk.next()) {
        walked.add(each.path() + "=" + each.truth());
      }
    }
    return walked;
  }

  private void pictures(String... paths) throws IOException {
    for (String path : paths) {
      text(path, path);
    }
  }

  private Path text(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
