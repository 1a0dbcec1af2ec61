// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pictures;

import io.github.bpu4j.preprocess.ImageFrame;
import java.io.IOException;
import java.nio.file.Path;

/** Reads one picture in a process of its own, and says its size or why it is refused. */
final class ReadOne {
  private ReadOne() {}

  /**
   * Prints one line.
   *
   * @param args the picture
   */
  public static void main(String[] args) {
    try {
      ImageFrame frame = ImageFrame.read(Path.of(args[0]));
      System.out.println(frame.width() + "x" + frame.height());
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
    System.out.println(System.getProperty("com.luciad.imageio.webp.tmpdir"));
  }
}
