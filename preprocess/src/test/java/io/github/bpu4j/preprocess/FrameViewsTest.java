// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A crop or rotation of any frame gives what the same pixels give when they were moved by hand. */
final class FrameViewsTest {
  private static final int WIDTH = 70;
  private static final int HEIGHT = 46;
  private static final int PADDING = 10;

  /** One picture's pixels in every packed layout, on the heap, in direct and read-only memory. */
  static Stream<Map.Entry<String, ImageFrame>> packed() {
    Map<String, ImageFrame> frames = new LinkedHashMap<>();
    ByteBuffer rgb = bytes(3, 0, 1, 2);
    ByteBuffer bgr = bytes(3, 2, 1, 0);
    frames.put("rgb", ImageFrame.rgb(rgb, WIDTH, HEIGHT, stride(3)));
    frames.put("rgb direct", ImageFrame.rgb(direct(rgb), WIDTH, HEIGHT, stride(3)));
    frames.put("bgr", ImageFrame.bgr(bgr, WIDTH, HEIGHT, stride(3)));
    frames.put("bgr read-only", ImageFrame.bgr(bgr.asReadOnlyBuffer(), WIDTH, HEIGHT, stride(3)));
    frames.put("rgba", ImageFrame.rgba(bytes(4, 0, 1, 2), WIDTH, HEIGHT, stride(4)));
    frames.put("bgra", ImageFrame.bgra(direct(bytes(4, 2, 1, 0)), WIDTH, HEIGHT, stride(4)));
    return frames.entrySet().stream();
  }

  private static int stride(int pixelBytes) {
    return WIDTH * pixelBytes + PADDING;
  }

  private static ByteBuffer bytes(int pixelBytes, int r, int g, int b) {
    byte[] noise = Formulas.noise(WIDTH * HEIGHT * 3, 41);
    ByteBuffer bytes = ByteBuffer.allocate(stride(pixelBytes) * HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int from = (y * WIDTH + x) * 3;
        int to = y * stride(pixelBytes) + x * pixelBytes;
        bytes.put(to + r, noise[from]).put(to + g, noise[from + 1]).put(to + b, noise[from + 2]);
      }
    }
    return bytes;
  }

  private static ByteBuffer direct(ByteBuffer heap) {
    return ByteBuffer.allocateDirect(heap.limit()).put(heap.duplicate()).flip();
  }

  @ParameterizedTest
  @MethodSource("packed")
  void cropAndRotationAreThoseOfMovedPixels(Map.Entry<String, ImageFrame> frame) {
    Region part = new Region(7, 3, 41, 35);
    for (Rotation rotation : Rotation.values()) {
      ImageFrame view = frame.getValue().crop(part).rotate(rotation);
      BufferedImage moved = moved(frame.getValue().toBufferedImage(), part, rotation);
      assertThat(view.width()).isEqualTo(moved.getWidth());
      assertThat(pixels(view.toBufferedImage())).isEqualTo(pixels(moved));
      for (Interpolation interpolation : Interpolation.values()) {
        assertThat(nv12(view, interpolation))
            .as("%s %s %s", frame.getKey(), rotation, interpolation)
            .isEqualTo(nv12(ImageFrame.of(moved), interpolation));
      }
    }
  }

  private static BufferedImage moved(BufferedImage image, Region part, Rotation rotation) {
    boolean isTurned = rotation == Rotation.CLOCKWISE_90 || rotation == Rotation.CLOCKWISE_270;
    int width = part.width();
    int height = part.height();
    BufferedImage moved =
        new BufferedImage(
            isTurned ? height : width, isTurned ? width : height, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = image.getRGB(part.x() + x, part.y() + y);
        switch (rotation) {
          case NONE -> moved.setRGB(x, y, rgb);
          case CLOCKWISE_90 -> moved.setRGB(height - 1 - y, x, rgb);
          case CLOCKWISE_180 -> moved.setRGB(width - 1 - x, height - 1 - y, rgb);
          case CLOCKWISE_270 -> moved.setRGB(y, width - 1 - x, rgb);
        }
      }
    }
    return moved;
  }

  @ParameterizedTest
  @EnumSource(Rotation.class)
  void cameraLayoutsAgree(Rotation rotation) {
    CameraFrames camera = CameraFrames.noise(WIDTH, HEIGHT);
    Region part = new Region(6, 4, 40, 36);
    byte[] expected =
        nv12(camera.nv12(ByteBuffer::wrap, 80).crop(part).rotate(rotation), Interpolation.LINEAR);
    ImageFrame direct = camera.nv12(CameraFrames::direct, 80);
    assertThat(nv12(direct.crop(part).rotate(rotation), Interpolation.LINEAR)).isEqualTo(expected);
    assertThat(nv12(camera.nv21().crop(part).rotate(rotation), Interpolation.LINEAR))
        .isEqualTo(expected);
    assertThat(nv12(camera.i420().crop(part).rotate(rotation), Interpolation.LINEAR))
        .isEqualTo(expected);
  }

  @Test
  void rotatedCameraFrameIsTheRotatedPlanes() {
    CameraFrames camera = CameraFrames.noise(64, 32);
    ImageFrame turned = camera.nv12(ByteBuffer::wrap, 64).rotate(Rotation.CLOCKWISE_90);
    Nv12Buffer same = Nv12Buffer.allocate(32, 64);
    new Nv12Converter(Preprocessing.vendorSample(), 32, 64).convert(turned, same);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 32; x++) {
        assertThat(same.bytes().get(y * 32 + x)).isEqualTo(camera.luma(y, 31 - x));
      }
    }
  }

  @Test
  void yuyvIsItsPlanes() {
    byte[] yuyv = Formulas.noise(64 * 2 * 32, 5);
    ImageFrame frame = ImageFrame.yuyv(ByteBuffer.wrap(yuyv), 64, 32, 128, YuvRange.VIDEO);
    Nv12Buffer target = Nv12Buffer.allocate(64, 32);
    new Nv12Converter(Preprocessing.vendorSample().withInterpolation(Interpolation.NEAREST), 64, 32)
        .convert(frame, target);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 64; x++) {
        assertThat(target.bytes().get(y * 64 + x)).isEqualTo(yuyv[y * 128 + 2 * x]);
      }
    }
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 32; x++) {
        int chroma = 64 * 32 + y * 64 + 2 * x;
        assertThat(target.bytes().get(chroma)).isEqualTo(yuyv[2 * y * 128 + 4 * x + 1]);
        assertThat(target.bytes().get(chroma + 1)).isEqualTo(yuyv[2 * y * 128 + 4 * x + 3]);
      }
    }
  }

  @Test
  void grayIsItsOwnColor() {
    byte[] gray = Formulas.noise(50 * 40, 6);
    byte[] rgb = new byte[gray.length * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = gray[i / 3];
    }
    ImageFrame narrow = ImageFrame.gray(ByteBuffer.wrap(gray), 50, 40, 50);
    ImageFrame wide = ImageFrame.rgb(ByteBuffer.wrap(rgb), 50, 40, 150);
    for (Interpolation interpolation : Interpolation.values()) {
      assertThat(nv12(narrow, interpolation)).isEqualTo(nv12(wide, interpolation));
    }
  }

  @Test
  void cropOutOfThePictureOrThroughChromaIsRefused() {
    ImageFrame frame = CameraFrames.noise(64, 32).i420();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> frame.crop(new Region(40, 0, 26, 8)))
        .withMessageContaining("64x32");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> frame.crop(new Region(1, 0, 8, 8)))
        .withMessageContaining("multiples of 2");
    assertThatIllegalArgumentException().isThrownBy(() -> new Region(-1, 0, 8, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rotation.ofDegrees(45))
        .withMessageContaining("45");
  }

  private static byte[] nv12(ImageFrame frame, Interpolation interpolation) {
    Nv12Buffer target = Nv12Buffer.allocate(32, 20);
    new Nv12Converter(Preprocessing.vendorSample().withInterpolation(interpolation), 32, 20)
        .convert(frame, target);
    return GoldenVectors.bytes(target.bytes());
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
