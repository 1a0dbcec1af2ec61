// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks are read as OpenCV reads them, cut or not. */
final class ExifOrientationTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          little endian             | 49492A0008000000 0100 120103000100000006000000 | 6
          big endian                | 4D4D002A00000008 0001 011200030000000100060000 | 6
          a byte                    | 49492A0008000000 0100 120101000100000003000000 | 3
          a long, big endian        | 4D4D002A00000008 0001 011200040000000100000006 | 1
          9                         | 49492A0008000000 0100 120103000100000009000000 | 1
          no TIFF                   | 49492B0008000000 0100 120103000100000006000000 | 1
          another order             | 4A4A2A0008000000 0100 120103000100000006000000 | 1
          no entry                  | 49492A0008000000 0000 120103000100000006000000 | 1
          second entry              | \
          49492A0008000000 0200 280103000100000002000000 120103000100000008000000 | 8
          behind a text of 4 bytes  | \
          49492A0008000000 0200 0F0102000400000041424300 120103000100000008000000 | 8
          behind a text outside     | \
          49492A0008000000 0200 0F0102000500000041424300 120103000100000008000000 | 1
          before a text outside     | \
          49492A0008000000 0200 120103000100000008000000 0F0102000500000041424300 | 8
          behind a ratio outside    | \
          49492A0008000000 0200 1A0105000100000022000000 120103000100000008000000 | 1
          directory outside         | 49492A0000000080 0100 120103000100000006000000 | 1
          """)
  void isReadAsOpenCvDoes(String what, String hex, int orientation) {
    byte[] block = HexFormat.of().parseHex(hex.replace(" ", ""));
    byte[] bytes = new byte[block.length + 9];
    System.arraycopy(block, 0, bytes, 5, block.length);
    assertThat(ExifOrientation.of(bytes, 5, 5 + block.length))
        .isEqualTo(Orientation.ofExif(orientation));
  }

  @Test
  void aPrefixIsSkipped() {
    String block = "49492A0008000000" + "0100" + "120103000100000006000000";
    byte[] plain = HexFormat.of().parseHex(block);
    byte[] prefixed = HexFormat.of().parseHex("457869660000" + block);
    assertThat(ExifOrientation.of(plain)).isEqualTo(Orientation.CLOCKWISE_90);
    assertThat(ExifOrientation.of(prefixed)).isEqualTo(Orientation.CLOCKWISE_90);
  }

  @Test
  void aCutBlockMeansUpright() {
    byte[] block =
        HexFormat.of().parseHex("49492A0008000000" + "0100" + "120103000100000006000000");
    for (int length = 0; length < block.length; length++) {
      assertThat(ExifOrientation.of(block, 0, length))
          .as("%d bytes", length)
          .isEqualTo(Orientation.UPRIGHT);
    }
  }
}
