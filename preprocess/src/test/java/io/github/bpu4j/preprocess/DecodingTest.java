// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a decoder besides pixels: limits, streams, types of AWT, an absent artifact. */
final class DecodingTest {
  private static final DecodeLimits LIMITS = DecodeLimits.defaults();

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
  @ValueSource(strings = {"jpeg_420.jpg", "jpeg_420_prog.jpg", "png_rgba.png", "gif.gif"})
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
  void everyTypeOfAwtGivesTheSameColours() throws IOException {
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
  void coarseTypesOfAwtKeepTheirOwnColours(int type) throws IOException {
    BufferedImage photo = ImageFrame.read(GoldenVectors.file("jpeg_444.jpg")).toBufferedImage();
    BufferedImage image = new BufferedImage(photo.getWidth(), photo.getHeight(), type);
    image.createGraphics().drawImage(photo, 0, 0, null);
    assertThat(pixels(ImageFrame.of(image))).isEqualTo(pixels(image));
  }

  @Test
  void greyOfAwtIsTakenRaw() {
    BufferedImage grey = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage deep = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
    for (int x = 0; x < 256; x++) {
      grey.getRaster().setSample(x, 0, 0, x);
      deep.getRaster().setSample(x, 0, 0, x << 8 | 0x7F);
    }
    for (ImageFrame frame : new ImageFrame[] {ImageFrame.of(grey), ImageFrame.of(deep)}) {
      for (int x = 0; x < 256; x++) {
        assertThat(frame.toBufferedImage().getRGB(x, 0) & 0xFFFFFF).isEqualTo(x * 0x010101);
      }
    }
  }

  @Test
  void webpWithoutItsArtifactNamesIt() throws Exception {
    URL[] classPath =
        Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .filter(entry -> !entry.contains("imageio-webp"))
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
          .hasMessageContaining("com.twelvemonkeys.imageio:imageio-webp");
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
}
