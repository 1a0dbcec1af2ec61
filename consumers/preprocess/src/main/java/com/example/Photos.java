// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Prints a checksum of what a model of 224x224 would see of a photo. */
public final class Photos {
  private Photos() {}

  public static void main(String[] arguments) throws IOException {
    Nv12Buffer pixels = Nv12Buffer.allocate(224, 224);
    Nv12Converter converter = new Nv12Converter(Preprocessing.vendorSample(), 224, 224);
    converter.convert(ImageFrame.read(Path.of(arguments[0])), pixels);
    CRC32 checksum = new CRC32();
    checksum.update(pixels.bytes());
    System.out.printf("NV12 %08x%n", checksum.getValue());
  }
}
