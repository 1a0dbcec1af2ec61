// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bpu4j classify} and checks its exit code, stdout, stderr and files. */
final class ClassifyCommandTest {
  private static final Path CAT = CommandProcess.picture("chelsea.png");
  private static final Path COFFEE = CommandProcess.picture("coffee.png");

  @TempDir private Path folder;

  @Test
  void tableNamesTheCatAndTheCoffeeFirst() throws Exception {
    CommandProcess run = CommandProcess.run("classify", CAT, COFFEE);
    assertThat(run.exit()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "Model efficientnet_lite0 on runtime onnx, pixels in video range, scores as the model"
                + " gives them");
    assertThat(lines.get(2)).contains("chelsea.png").contains("285").contains("Egyptian cat");
    assertThat(lines.get(7)).contains("coffee.png").contains("967").contains("espresso");
    assertThat(lines).hasSize(12);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void webpIsReadToo() throws Exception {
    Path golden = CommandProcess.root().resolve("preprocess/src/test/resources/golden/img");
    CommandProcess run = CommandProcess.run("classify", golden.resolve("webp_lossless.webp"));
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void folderIsWalkedAndSorted() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("b/deep"));
    Files.copy(CAT, deep.resolve("z.PNG"));
    Files.copy(CAT, folder.resolve("b/y.png"));
    Files.copy(COFFEE, folder.resolve("a.png"));
    Files.copy(COFFEE, folder.resolve("c.png"));
    Files.writeString(folder.resolve("notes.txt"), "not a picture");
    Files.writeString(folder.resolve("._a.png"), "left behind by some file systems");
    CommandProcess run = CommandProcess.run("classify", "--json", "--top", 1, folder);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(files(run))
        .containsExactly(
            folder.resolve("a.png").toString(),
            folder.resolve("b/deep/z.PNG").toString(),
            folder.resolve("b/y.png").toString(),
            folder.resolve("c.png").toString());
  }

  @Test
  void badPicturesDoNotStopTheRest() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.jpg"), "not a JPEG file");
    Path cut = Files.write(folder.resolve("cut.png"), cut(Files.readAllBytes(COFFEE)));
    CommandProcess run =
        CommandProcess.run(
            "classify", "--json", "--top", 1, bad, CAT, cut, folder.resolve("no.png"), COFFEE);
    assertThat(run.exit()).isEqualTo(1);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(value(lines.get(0), "error.type")).isEqualTo("ImageDecodeException");
    assertThat(value(lines.get(1), "categories[].index")).isEqualTo("285");
    assertThat(value(lines.get(2), "error.type")).isEqualTo("ImageDecodeException");
    assertThat(value(lines.get(3), "error.type")).isEqualTo("NoSuchFileException");
    assertThat(value(lines.get(4), "categories[].index")).isEqualTo("967");
    assertThat(run.err()).contains("3 of 5 pictures failed");
  }

  @Test
  void tableReportsFailuresOnStderrByName() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.jpg"), "not a JPEG file");
    CommandProcess run = CommandProcess.run("classify", bad, CAT);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("Egyptian cat").doesNotContain("bad.jpg");
    assertThat(run.err()).contains(bad.toString());
  }

  @Test
  void folderWithoutPicturesFails() throws Exception {
    CommandProcess run = CommandProcess.run("classify", "--json", folder);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(value(run.out(), "error.message")).contains("no picture in this folder");
  }

  @Test
  void scoresCarryAtLeastSixDigits() throws Exception {
    CommandProcess run = CommandProcess.run("classify", "--json", "--top", 1000, CAT);
    List<String> scores = new ArrayList<>();
    for (String part : run.out().split("\"score\":", -1)) {
      scores.add(part.replaceFirst("[^0-9.eE-].*", "").strip());
    }
    scores.remove(0);
    assertThat(scores).hasSize(1000).allMatch(score -> score.matches("\\d+\\.\\d{6,}"));
  }

  @Test
  void thresholdLeavesNothing() throws Exception {
    CommandProcess json = CommandProcess.run("classify", "--json", "--threshold", "0.99", CAT);
    assertThat(json.exit()).isZero();
    assertThat(json.out()).contains("\"categories\":[]");
    CommandProcess table =
        CommandProcess.run("classify", "--threshold", "0.99", "--annotate", folder, CAT);
    assertThat(table.exit()).as(table.err()).isZero();
    assertThat(table.out()).contains("no class reaches the threshold");
  }

  @Test
  void chineseNames() throws Exception {
    CommandProcess run = CommandProcess.run("classify", "--locale", "zh", "--top", 1, CAT);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("埃及猫").doesNotContain("Egyptian");
  }

  @Test
  void annotatedPicturesNeverReplaceAFile() throws Exception {
    Path pictures = Files.createDirectories(folder.resolve("photos/other"));
    Files.copy(CAT, pictures.resolve("cat.png"));
    Files.copy(COFFEE, folder.resolve("photos/cat.png"));
    Path drawn = folder.resolve("drawn/here");
    CommandProcess first =
        CommandProcess.run("classify", "--json", "--annotate", drawn, folder.resolve("photos"));
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(names(drawn)).containsExactly("cat-2.annotated.png", "cat.annotated.png");
    BufferedImage picture = ImageIO.read(drawn.resolve("cat.annotated.png").toFile());
    BufferedImage before = ImageIO.read(COFFEE.toFile());
    assertThat(picture.getWidth()).isEqualTo(before.getWidth());
    assertThat(picture.getRGB(1, 1)).as("band").isNotEqualTo(before.getRGB(1, 1));
    assertThat(picture.getRGB(300, 390)).as("below it").isEqualTo(before.getRGB(300, 390));
    CommandProcess.run("classify", "--annotate", drawn, folder.resolve("photos/cat.png"));
    assertThat(names(drawn)).hasSize(3).contains("cat-3.annotated.png");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFailedAnnotationLeavesNoFile() throws Exception {
    Path drawn = folder.resolve("drawn");
    CommandProcess.run("classify", CAT); // fills the cache of native code
    CommandProcess run = CommandProcess.onFullDisk("classify", "--annotate", drawn, CAT);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("cannot be written to " + drawn + ": File too large");
    assertThat(drawn).isEmptyDirectory();
  }

  @Test
  void wrongUsageIs2() throws Exception {
    Object[][] wrong = {
      {"classify"},
      {"classify", "--no-such-option", CAT},
      {"classify", "--top", "many", CAT},
      {"classify", "--top", "0", CAT},
      {"classify", "--fit", "squeeze", CAT},
      {"classify", "--timeout", "soon", CAT},
      {"classify", "--labels", folder.resolve("no.txt"), CAT},
      {"classify", ""},
      {"classify", "--model", "", CAT},
      {"clasify", CAT},
    };
    for (Object[] arguments : wrong) {
      CommandProcess run = CommandProcess.run(arguments);
      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("bpu4j: ").contains("--help");
    }
  }

  @Test
  void missingRuntimeOrModelIs3() throws Exception {
    Path foreign = Files.writeString(folder.resolve("model.onnx"), "not a model");
    Object[][] wrong = {
      {"classify", "--runtime", "abacus", CAT},
      {"classify", "--model", folder.resolve("no.bin"), CAT},
      {"classify", "--model", foreign, CAT},
    };
    for (Object[] arguments : wrong) {
      CommandProcess run = CommandProcess.run(arguments);
      assertThat(run.exit()).as(run.err()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("bpu4j: ").doesNotContain("\tat ");
    }
  }

  @Test
  void labelsThatDoNotFitTheNetworkAre3() throws Exception {
    Path two = Files.writeString(folder.resolve("two.txt"), "yes\nno\n");
    CommandProcess run = CommandProcess.run("classify", "--labels", two, CAT);
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("1000").contains("2");
  }

  @Test
  void progressAndTimingGoToStderr() throws Exception {
    CommandProcess run =
        CommandProcess.run("classify", "--json", "--progress", "--timing", CAT, COFFEE);
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    assertThat(run.err()).contains("2/2 (100 %)").contains("open the classifier");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void namesAndLabelsCannotSteerTheTerminal() throws Exception {
    Path cat = Files.copy(CAT, folder.resolve("\u001b[2Jcat.png"));
    Path bad = Files.writeString(folder.resolve("\u001b[31mbad\nbpu4j: fine.png"), "no picture");
    Path labels =
        Files.writeString(folder.resolve("labels.txt"), "\u202eevil\u0007\n".repeat(1000));
    CommandProcess table = CommandProcess.run("classify", "--labels", labels, cat, bad);
    assertThat(table.exit()).isEqualTo(1);
    assertThat(table.out() + table.err())
        .contains(
            "\\x1b[2Jcat.png", "\\u202eevil\\x07", "\\x1b[31mbad\\x0abpu4j: fine.png: unknown")
        .doesNotContain("\u001b", "\u202e", "\u0007", "\nbpu4j: fine");
    CommandProcess json = CommandProcess.run("classify", "--json", "--top", 1, cat);
    assertThat(json.out()).contains("\\u001B[2Jcat.png").doesNotContain("\u001b");
    assertThat(value(json.out(), "file")).isEqualTo(cat.toString());
  }

  @Test
  void drawingsInTheFolderAreNotClassifiedNextTime() throws Exception {
    Files.copy(CAT, folder.resolve("cat.png"));
    for (int run = 1; run <= 2; run++) {
      CommandProcess done =
          CommandProcess.run("classify", "--json", "--top", 1, "--annotate", folder, folder);
      assertThat(done.exit()).as(done.err()).isZero();
      assertThat(files(done)).containsExactly(folder.resolve("cat.png").toString());
      if (run == 2) {
        assertThat(done.err()).contains("left out what --annotate wrote (*.annotated.png): 1");
      }
    }
  }

  @Test
  void limitsCanBeRaisedAndLowered() throws Exception {
    CommandProcess low = CommandProcess.run("classify", "--max-pixels", 135_299, CAT);
    assertThat(low.exit()).isEqualTo(1);
    assertThat(low.err()).contains("135300 pixels, the limit is 135299; raise --max-pixels");
    Path wide = folder.resolve("wide.png");
    ImageIO.write(new BufferedImage(20_000, 8, BufferedImage.TYPE_BYTE_GRAY), "png", wide.toFile());
    assertThat(CommandProcess.run("classify", wide).err()).contains("raise --max-side");
    CommandProcess high =
        CommandProcess.run("classify", "--max-side", 20_000, "--annotate", folder, wide);
    assertThat(high.exit()).as(high.err()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anInterruptedRunSaysHowFarItGot() throws Exception {
    Path first = Files.copy(CAT, folder.resolve("first.png"));
    for (int i = 0; i < 2000; i++) {
      Files.createLink(folder.resolve(i + ".png"), first);
    }
    CommandProcess run = CommandProcess.interrupted("classify", "--json", "--progress", folder);
    assertThat(run.exit()).as(run.err()).isEqualTo(130);
    long answers = run.out().lines().count();
    assertThat(answers).isPositive();
    assertThat(run.err()).contains("interrupted after " + answers + " of 2001 pictures, 0 failed");
  }

  private static byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static List<String> files(CommandProcess run) throws IOException {
    List<String> files = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      files.add(value(line, "file"));
    }
    return files;
  }

  private static String value(String line, String key) throws IOException {
    Map<String, String> values = JsonKeys.values(line);
    assertThat(values).as(line).containsKey(key);
    return values.get(key);
  }

  private static List<String> names(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
