// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pictures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files that hold each row of the table of formats in docs/pixels.md. */
enum FormatTable {
  PNG("PNG | every depth", "png-.*"),
  PNM("PNM | P1 to P6", "ppm-.*"),
  PNM_REFUSED("PNM | fewer values") {
    @Override
    Stream<byte[]> refused() {
      return Stream.concat(
          hard(
              "p_p1_trunc.pbm",
              "p_p2_trunc.pgm",
              "p_p4_trunc.pbm",
              "p_p5_trunc.pgm",
              "p_p2_over.pgm",
              "p_p2_neg.pgm",
              "p_p5_neg.pgm",
              "p_p5_max0.pgm",
              "p_p5_max70000.pgm"),
          Stream.of(
              "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 1\nMAXVAL 255\nENDHDR\n0"
                  .getBytes(StandardCharsets.US_ASCII)));
    }
  },
  BMP("BMP | 1, 4, 8, 16", "bmp-(?!by_hand-rle).*"),
  BMP_RUNS("BMP | run lengths (RLE4", "bmp-by_hand-rle.*"),
  BMP_REFUSED("BMP | run lengths that end early") {
    @Override
    Stream<byte[]> refused() {
      byte[] runs = first("bmp-by_hand-rle8-runs");
      int pixels = runs.length - 10;
      return Stream.concat(
          hard("bmp_jpeg_cut.bmp", "x_bmp_jpeg.bmp", "x_bmp_png.bmp", "x_bmp_jpeg_prog20000.bmp"),
          Stream.of(
              Arrays.copyOf(runs, pixels + 5),
              with(runs, pixels + 3, 1),
              with(runs, pixels, 6),
              with(first("bmp-by_hand-topdown"), 28, 2),
              with(first("bmp-by_hand-555-40"), 55, 0x0F)));
    }
  },
  GIF("GIF | the first frame", "gif-(?!by_hand).*"),
  GIF_SCREEN("GIF | a frame smaller", "gif-by_hand-small_frame.*"),
  GIF_CODES("GIF | codes that clear", "gif-by_hand-(clear|table).*"),
  GIF_REFUSED("GIF | codes for fewer") {
    @Override
    Stream<byte[]> refused() {
      byte[] gif = first("gif-by_hand-clear_missing");
      byte[] frames = first("gif-rgb-17x25-photo-frames-0-");
      return Stream.of(
          with(gif, 8, 3, 32, 3),
          with(gif, 30, 1),
          Arrays.copyOf(frames, frames.length - 9),
          Arrays.copyOf(gif, gif.length - 2),
          with(gif, 10, 0, 30, 0));
    }
  },
  TIFF_GRAY(
      "TIFF | gray and palette",
      "tiff-(1|l|p|i_16)-.*|tiff-by_hand-(gray16|white_is|black_is|palette).*"),
  TIFF_RGB("TIFF | RGB of 8", "tiff-(rgb|rgba|rgbx)-.*|tiff-by_hand-(rgb|rgba).*"),
  TIFF_CMYK("TIFF | CMYK", "tiff-cmyk-.*|tiff-by_hand-cmyk.*"),
  TIFF_YCBCR("TIFF | YCbCr", "tiff-ycbcr-.*|tiff-by_hand-ycbcr.*"),
  TIFF_PACKED(
      "TIFF | none, PackBits", "tiff-.*-(packbits|tiff_lzw|tiff_adobe_deflate|tiff_deflate).*"),
  TIFF_FAX("TIFF | fax", "tiff-.*(ccitt|group3|group4|huffman).*"),
  TIFF_JPEG("TIFF | JPEG in strips", "tiff-.*jpeg.*"),
  TIFF_LAYOUT("TIFF | strips, tiles", "tiff-.*(strips|tiles|planes|endian|fill|big|turn|pages).*"),
  TIFF_DAMAGED("TIFF | strips, fax rows") {
    @Override
    Stream<byte[]> refused() {
      Stream<byte[]> packed =
          Stream.of(
                  "rgb-17x25-photo-tiff_lzw-info",
                  "rgb-17x25-photo-tiff_adobe_deflate-info",
                  "rgb-17x25-photo-packbits-info",
                  "1-17x25-photo-group4-info",
                  "1-17x25-photo-group3-info",
                  "1-17x25-photo-tiff_ccitt-info",
                  "rgb-17x25-photo-jpeg-info")
              .flatMap(
                  name ->
                      Stream.of(
                          tiff("tiff-" + name, 256, 16),
                          tiff("tiff-" + name, 256, 18),
                          tiff("tiff-" + name, 257, 26)));
      byte[] stored = tiff("tiff-rgb-17x25-photo--info", 256, 18);
      return Stream.concat(hard("tiff_jpeg_cut.tif"), Stream.concat(packed, Stream.of(stored)));
    }
  },
  TIFF_COLORS("TIFF | CIE") {
    @Override
    Stream<byte[]> refused() {
      return rows("tiff-(lab|i|f)-.*");
    }
  },
  TIFF_COMPRESSIONS("TIFF | LZMA") {
    @Override
    Stream<byte[]> refused() {
      return Stream.concat(
          rows("tiff-.*(lzma|zstd).*"),
          Stream.of(6, 32_809, 34_676, 34_677, 34_712, 34_925, 50_000, 50_001)
              .map(compression -> tiff("tiff-rgb-17x25-photo-tiff_lzw-info", 259, compression)));
    }
  },
  WEBP("WebP | lossy", "webp-(?!by_hand|.*frames).*"),
  WEBP_ANIMATION("WebP | an animation", "webp-(by_hand|.*frames).*"),
  WEBP_REFUSED("WebP | a chunk") {
    @Override
    Stream<byte[]> refused() {
      byte[] webp = first("webp-rgb-97x65-photo-m6");
      byte[] inner = Arrays.copyOf(webp, webp.length - 20);
      byte[] shorter = with(inner, 4, webp[4] - 20, 16, webp[16] - 20);
      return Stream.of(Arrays.copyOf(webp, webp.length - 2), shorter);
    }
  };

  private static final Path HARD = Path.of("src/test/resources/golden/hard");

  private final String begins;
  private final String exact;

  FormatTable(String begins) {
    this(begins, "");
  }

  FormatTable(String begins, String exact) {
    this.begins = begins;
    this.exact = exact;
  }

  /** Whether this is the row with these cells: the format, and what of it. */
  boolean isRow(String format, String what) {
    return (format + " | " + what).startsWith(begins);
  }

  /** Files that become OpenCV's pixels; none in a row that is refused. */
  List<PictureRow> exact() throws IOException {
    return PictureRow.all().stream()
        .filter(row -> row.name().matches(exact) && !row.size().equals("refused"))
        .filter(row -> !row.name().startsWith("tiff-lab-"))
        .toList();
  }

  /** Files that are refused. */
  Stream<byte[]> refused() {
    return Stream.empty();
  }

  private static Stream<byte[]> rows(String names) {
    return all().filter(row -> row.name().matches(names)).map(PictureRow::file);
  }

  private static byte[] first(String name) {
    return all()
        .filter(row -> row.name().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name))
        .file();
  }

  private static Stream<PictureRow> all() {
    try {
      return PictureRow.all().stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<byte[]> hard(String... names) {
    return Arrays.stream(names)
        .map(
            name -> {
              try {
                return Files.readAllBytes(HARD.resolve(name));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** Copies a file with other bytes: an index and a value, and so on. */
  private static byte[] with(byte[] file, int... indicesAndValues) {
    byte[] copy = file.clone();
    for (int i = 0; i < indicesAndValues.length; i += 2) {
      copy[indicesAndValues[i]] = (byte) indicesAndValues[i + 1];
    }
    return copy;
  }

  /** Copies a little-endian TIFF of Pillow's with another value of a tag. */
  private static byte[] tiff(String name, int tag, int value) {
    FileStructure.Field field =
        Objects.requireNonNull(FileStructure.valueOf(first(name), tag), name);
    byte[] copy = first(name).clone();
    copy[field.at()] = (byte) value;
    copy[field.at() + 1] = (byte) (value >> 8);
    return copy;
  }
}
