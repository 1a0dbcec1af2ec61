// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a decoder besides pixels: limits, streams, types of AWT, an absent artifact. */
final class DecodingTest {
  private static final DecodeLimits LIMITS = DecodeLimits.defaults();

  /** Of a color in double: libjpeg rounds once, the ink formula cuts. */
  private static final int ROUNDING = 1;

  private static byte[] golden(String name) throws IOException {
    return Files.readAllBytes(GoldenVectors.file(name));
  }

  @Test
  void eachLimitRefusesAndNamesItself() throws IOException {
    byte[] jpeg = golden("jpeg_420.jpg");
    assertRefused(jpeg, LIMITS.withMaxPixels(42_999), "250x172 = 43000 pixels", "maxPixels");
    assertRefused(jpeg, LIMITS.withMaxSide(249), "250x172", "maxSide");
    assertRefused(jpeg, LIMITS.withMaxBytes(jpeg.length - 1), "bytes", "maxBytes");
    assertRefused(golden("jpeg_420_prog.jpg"), LIMITS.withMaxJpegScans(3), "scans", "maxJpegScans");
    DecodeLimits exact = LIMITS.withMaxPixels(43_000).withMaxSide(250).withMaxBytes(jpeg.length);
    assertThat(ImageFrame.decode(jpeg, exact).width()).isEqualTo(250);
    assertThatThrownBy(() -> LIMITS.withMaxSide(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "png_rgb.png",
        "bmp24.bmp",
        "gif.gif",
        "tiff_raw.tif",
        "webp_lossless.webp",
        "ppm.ppm"
      })
  void pixelLimitHoldsForEveryFormat(String name) throws IOException {
    byte[] bytes = golden(name);
    assertRefused(bytes, LIMITS.withMaxPixels(96 * 64 - 1), "96x64", "maxPixels");
    assertThat(ImageFrame.decode(bytes, LIMITS.withMaxPixels(96 * 64)).height()).isEqualTo(64);
  }

  private static void assertRefused(byte[] bytes, DecodeLimits limits, String... says) {
    assertThatThrownBy(() -> ImageFrame.decode(bytes, limits))
        .isInstanceOf(ImageDecodeException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(says));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jpeg_420.jpg",
        "jpeg_444_prog.jpg",
        "jpeg_cmyk.jpg",
        "png_rgba.png",
        "gif.gif",
        "bmp24.bmp",
        "bmp8.bmp",
        "tiff_lzw.tif",
        "tiff_jpeg.tif",
        "tiff_rgb16.tif",
        "webp_lossy.webp",
        "webp_lossless.webp",
        "ppm.ppm",
        "pgm.pgm"
      })
  void everyTruncationIsRefused(String name) throws IOException {
    byte[] whole = golden(name);
    for (int length = 0; length < whole.length - 2; length += 1 + whole.length / 60) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ImageFrame.decode(part))
          .as("%s cut at %d of %d", name, length, whole.length)
          .isInstanceOf(ImageDecodeException.class);
    }
  }

  @Test
  void streamsAreReadToTheLimitOnly() throws IOException {
    byte[] png = golden("png_rgb.png");
    assertThat(ImageFrame.decode(new ByteArrayInputStream(png)).width()).isEqualTo(96);
    ByteArrayInputStream endless = new ByteArrayInputStream(new byte[1 << 20]);
    assertThatThrownBy(() -> ImageFrame.decode(endless, LIMITS.withMaxBytes(1000)))
        .isInstanceOf(ImageDecodeException.class);
    assertThat(endless.available()).isEqualTo((1 << 20) - 1001);
  }

  @Test
  void missingFileIsTheFileSystemsException() {
    assertThatThrownBy(() -> ImageFrame.read(Path.of("no/such.png")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void everyTypeOfAwtGivesTheSameColors() throws IOException {
    BufferedImage photo = ImageFrame.read(GoldenVectors.file("jpeg_444.jpg")).toBufferedImage();
    int[] types = {
      BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE,
      BufferedImage.TYPE_INT_BGR, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR,
      BufferedImage.TYPE_4BYTE_ABGR_PRE
    };
    for (int type : types) {
      BufferedImage image = new BufferedImage(photo.getWidth(), photo.getHeight(), type);
      image.createGraphics().drawImage(photo, 0, 0, null);
      assertThat(pixels(ImageFrame.of(image))).as("type %d", type).isEqualTo(pixels(photo));
      BufferedImage part = image.getSubimage(11, 7, 50, 40);
      assertThat(pixels(ImageFrame.of(part)))
          .as("part of type %d", type)
          .isEqualTo(pixels(photo.getSubimage(11, 7, 50, 40)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_USHORT_565_RGB, BufferedImage.TYPE_USHORT_555_RGB
      })
  void coarseTypesOfAwtKeepTheirOwnColors(int type) throws IOException {
    BufferedImage photo = ImageFrame.read(GoldenVectors.file("jpeg_444.jpg")).toBufferedImage();
    BufferedImage image = new BufferedImage(photo.getWidth(), photo.getHeight(), type);
    image.createGraphics().drawImage(photo, 0, 0, null);
    assertThat(pixels(ImageFrame.of(image))).isEqualTo(pixels(image));
  }

  @Test
  void grayOfAwtIsTakenRaw() {
    BufferedImage gray = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage deep = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
    for (int x = 0; x < 256; x++) {
      gray.getRaster().setSample(x, 0, 0, x);
      deep.getRaster().setSample(x, 0, 0, x << 8 | 0x7F);
    }
    for (ImageFrame frame : new ImageFrame[] {ImageFrame.of(gray), ImageFrame.of(deep)}) {
      for (int x = 0; x < 256; x++) {
        assertThat(frame.toBufferedImage().getRGB(x, 0) & 0xFFFFFF).isEqualTo(x * 0x010101);
      }
    }
  }

  @Test
  void webpWithoutItsArtifactNamesIt() throws Exception {
    URL[] classPath =
        Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .filter(entry -> !entry.contains("webp-imageio"))
            .map(Path::of)
            .map(DecodingTest::url)
            .toArray(URL[]::new);
    try (URLClassLoader without =
        new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      Class<?> frame = without.loadClass(ImageFrame.class.getName());
      assertThatThrownBy(
              () ->
                  frame
                      .getMethod("decode", byte[].class)
                      .invoke(null, (Object) golden("webp_lossless.webp")))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessageContaining("com.github.usefulness:webp-imageio");
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static int[] pixels(ImageFrame frame) {
    return pixels(frame.toBufferedImage());
  }

  private static int[] pixels(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).map(rgb -> rgb & 0xFFFFFF).toArray();
  }

  @Test
  void gifFrameIsPlacedOnItsScreen() throws IOException {
    byte[] gif = golden("gif.gif");
    BufferedImage frame = ImageFrame.decode(gif).toBufferedImage();
    gif[6] = 100;
    gif[8] = 70;
    gif[11] = 5;
    ImageFrame screen = ImageFrame.decode(gif);
    assertThat(screen.width()).isEqualTo(100);
    assertThat(screen.height()).isEqualTo(70);
    assertThat(pixels(screen.crop(new Region(0, 0, 96, 64)))).isEqualTo(pixels(frame));
    int red = gif[13 + 15] & 0xFF;
    int green = gif[13 + 16] & 0xFF;
    int background = (red << 16) | (green << 8) | (gif[13 + 17] & 0xFF);
    assertThat(pixels(screen.crop(new Region(96, 0, 4, 70)))).containsOnly(background);
    gif[6] = 90;
    assertRefused(gif, LIMITS, "96x64", "90x70");
  }

  @Test
  void ycckIsConvertedAsLibjpegDoes() throws IOException {
    byte[] jpeg = golden("jpeg_cmyk.jpg");
    BufferedImage stored = ImageFrame.decode(jpeg).toBufferedImage();
    int adobe = indexOf(jpeg, "Adobe");
    assertThat(jpeg[adobe + 11]).isZero();
    jpeg[adobe + 11] = 2;
    BufferedImage converted = ImageFrame.decode(jpeg).toBufferedImage();
    Raster raw = rawCmyk(golden("jpeg_cmyk.jpg"));
    assertThat(converted.getWidth()).isEqualTo(stored.getWidth());
    for (int y = 0; y < raw.getHeight(); y++) {
      for (int x = 0; x < raw.getWidth(); x++) {
        int[] ycck = raw.getPixel(x, y, (int[]) null);
        double cb = ycck[1] - 128;
        double cr = ycck[2] - 128;
        int red = rgb(ycck[0] + 1.402 * cr, ycck[3]);
        int green = rgb(ycck[0] - 0.344136 * cb - 0.714136 * cr, ycck[3]);
        int blue = rgb(ycck[0] + 1.772 * cb, ycck[3]);
        int actual = converted.getRGB(x, y);
        assertThat(Math.abs(((actual >> 16) & 0xFF) - red)).isLessThanOrEqualTo(ROUNDING);
        assertThat(Math.abs(((actual >> 8) & 0xFF) - green)).isLessThanOrEqualTo(ROUNDING);
        assertThat(Math.abs((actual & 0xFF) - blue)).isLessThanOrEqualTo(ROUNDING);
      }
    }
  }

  private static int rgb(double color, int k) {
    int inverted = 255 - (int) Math.max(0, Math.min(Math.rint(color), 255));
    return k - (((255 - inverted) * k) >> 8);
  }

  /** Reads the four stored numbers of each pixel with a reader of the JDK. */
  private static Raster rawCmyk(byte[] jpeg) throws IOException {
    ImageReader reader =
        StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(ImageIO.getImageReadersByFormatName("jpeg"), 0),
                false)
            .filter(r -> r.getClass().getModule() == ImageIO.class.getModule())
            .findFirst()
            .orElseThrow();
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(input);
      return reader.readRaster(0, null);
    }
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
