// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of formats in docs/pixels.md says what the decoders do. */
final class DocumentedFormatsTest {
  private static final Path PAGE = Path.of("../docs/pixels.md");
  private static final Path CHINESE_PAGE = Path.of("../docs/zh/pixels.md");

  /** A row of the table. */
  record Row(String format, String what, String pixels) {}

  static Stream<Row> rows() throws IOException {
    return rows(PAGE, "| format | what | pixels |");
  }

  private static Stream<Row> rows(Path page, String head) throws IOException {
    List<String> lines = Files.readAllLines(page);
    assertThat(lines).contains(head);
    return lines.subList(lines.indexOf(head) + 2, lines.size()).stream()
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split(" *\\| *", -1))
        .map(cells -> new Row(cells[1], cells[2], cells[3]));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhatDecodersDo(Row row) throws IOException {
    List<FormatTable> held =
        Arrays.stream(FormatTable.values())
            .filter(each -> each.isRow(row.format(), row.what()))
            .toList();
    assertThat(held).as("files for %s", row).hasSize(1);
    switch (row.pixels()) {
      case "exact" -> requireExact(held.get(0));
      case "refused" -> requireRefused(held.get(0));
      default -> throw new AssertionError(row);
    }
  }

  private static void requireExact(FormatTable row) throws IOException {
    assertThat(row.exact()).isNotEmpty();
    for (PictureRow picture : row.exact()) {
      assertThat(PictureSweepTest.difference(picture)).as(picture.name()).isEmpty();
    }
  }

  private static void requireRefused(FormatTable row) {
    List<byte[]> files = row.refused().toList();
    assertThat(files).isNotEmpty();
    for (int i = 0; i < files.size(); i++) {
      byte[] file = files.get(i);
      assertThatThrownBy(() -> ImageFrame.decode(file))
          .as("%s, file %d", row, i)
          .isInstanceOf(ImageDecodeException.class);
    }
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({"4, a JPEG inside a BMP", "5, a PNG inside a BMP"})
  void aPictureInsideABmpIsRefusedByName(int compression, String name) {
    ByteBuffer file = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'B').put((byte) 'M').putInt(60).putInt(0).putInt(54);
    file.putInt(40).putInt(2).putInt(2).putShort((short) 1);
    int bits = 0; // such files leave the depth to the picture inside
    file.putShort((short) bits).putInt(compression);
    assertThatThrownBy(() -> ImageFrame.decode(file.array()))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining(name);
  }

  @Test
  void everyRowIsOnThePage() throws IOException {
    assertThat(rows()).hasSameSizeAs(FormatTable.values());
  }

  @Test
  void chinesePageSaysTheSame() throws IOException {
    assertThat(rows(CHINESE_PAGE, "| 格式 | 内容 | 像素 |"))
        .extracting(
            row -> row.format() + row.pixels().replace("一致", "exact").replace("拒绝", "refused"))
        .containsExactlyElementsOf(rows().map(row -> row.format() + row.pixels()).toList());
  }
}
