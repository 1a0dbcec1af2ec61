// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import java.util.HexFormat;

/**
 * The typical Huffman tables of T.81, tables K.3 to K.6, which the frames of Motion JPEG leave out.
 *
 * <p>Each is 16 counts, then the symbols; number 0 is meant for luma, 1 for chroma.
 */
final class StandardTables {
  private static final byte[] LUMA_DC =
      parse("00010501010101010100000000000000", "000102030405060708090a0b");
  private static final byte[] CHROMA_DC =
      parse("00030101010101010101010000000000", "000102030405060708090a0b");
  private static final byte[] LUMA_AC =
      parse(
          "0002010303020403050504040000017d",
          "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a",
          "25262728292a3435363738393a434445464748494a535455565758595a636465666768696a73747576777879",
          "7a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9",
          "cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa");
  private static final byte[] CHROMA_AC =
      parse(
          "00020102040403040705040400010277",
          "0001020311040521310612415107617113223281081442"
              + "91a1b1c109233352f0156272d10a162434e125f1",
          "1718191a262728292a35363738393a434445464748494a535455565758595a636465666768696a7374757677",
          "78797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6",
          "c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa");

  private StandardTables() {}

  private static byte[] parse(String... hex) {
    return HexFormat.of().parseHex(String.join("", hex));
  }

  static byte[] dc(int number) {
    return number == 0 ? LUMA_DC : CHROMA_DC;
  }

  static byte[] ac(int number) {
    return number == 0 ? LUMA_AC : CHROMA_AC;
  }
}
