// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pictures in the documentation show what the library does today.
 *
 * <p>{@code mvn -pl preprocess test -Dtest=DocumentedPicturesTest -Dsurefire.extra=
 * -Dbpu4j.docs.write=true} makes them anew.
 */
final class DocumentedPicturesTest {
  private static final Path FOLDER = Path.of("../docs/images");
  private static final Path PHOTO = Path.of("../examples/images/chelsea.png");
  private static final int SIDE = 128;

  /** The cat's left eye: fur, whiskers and a colored edge. */
  private static final Region DETAIL = new Region(50, 40, 32, 32);

  private static final int ZOOM = 4;

  static Stream<Map.Entry<String, BufferedImage>> pictures() throws IOException {
    ImageFrame photo = ImageFrame.read(PHOTO);
    Preprocessing vendor = Preprocessing.vendorSample();
    Map<String, BufferedImage> pictures = new TreeMap<>();
    for (Fit fit : Fit.values()) {
      pictures.put("fit-" + fit, shown(photo, vendor.withFit(fit), YuvRange.VIDEO));
    }
    for (Interpolation method : Interpolation.values()) {
      BufferedImage whole = shown(photo, vendor.withInterpolation(method), YuvRange.VIDEO);
      pictures.put("interpolation-" + method, zoomed(whole));
    }
    for (YuvRange made : new YuvRange[] {YuvRange.FULL, YuvRange.VIDEO}) {
      for (YuvRange read : new YuvRange[] {YuvRange.FULL, YuvRange.VIDEO}) {
        pictures.put(
            "range-" + made + "-read-as-" + read, shown(photo, vendor.withRange(made), read));
      }
    }
    for (ChromaSiting siting : ChromaSiting.values()) {
      ImageFrame stripes = stripes();
      pictures.put(
          "chroma-" + siting, zoomed(shown(stripes, vendor.withChroma(siting), YuvRange.VIDEO)));
    }
    return pictures.entrySet().stream();
  }

  /** Thin red lines on a blue ground, one pixel wide every three: the worst case for chroma. */
  private static ImageFrame stripes() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.setRGB(x, y, (x + y / 4) % 3 == 0 ? 0xE02020 : 0x2040C0);
      }
    }
    return ImageFrame.of(image);
  }

  private static BufferedImage shown(ImageFrame frame, Preprocessing settings, YuvRange readAs) {
    Nv12Buffer target = Nv12Buffer.allocate(SIDE, SIDE);
    new Nv12Converter(settings, SIDE, SIDE).convert(frame, target);
    return ImageFrame.nv12(target.bytes(), SIDE, SIDE, SIDE, readAs).toBufferedImage();
  }

  private static BufferedImage zoomed(BufferedImage image) {
    BufferedImage zoomed = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        zoomed.setRGB(x, y, image.getRGB(DETAIL.x() + x / ZOOM, DETAIL.y() + y / ZOOM));
      }
    }
    return zoomed;
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void isUpToDate(Map.Entry<String, BufferedImage> picture) throws IOException {
    String name = picture.getKey().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("bpu4j.docs.write")) {
      Files.createDirectories(FOLDER);
      ImageIO.write(picture.getValue(), "png", file.toFile());
    }
    BufferedImage documented = ImageFrame.read(file).toBufferedImage();
    assertThat(pixels(documented)).as(name).isEqualTo(pixels(picture.getValue()));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
