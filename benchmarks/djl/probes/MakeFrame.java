// SPDX-License-Identifier: Apache-2.0
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns a photo into the frame that both sides are shown. */
public final class MakeFrame {
  private MakeFrame() {}

  /** Arguments: the photo, the file to write. */
  public static void main(String[] arguments) throws Exception {
    Nv12Buffer frame = Nv12Buffer.allocate(224, 224);
    new Nv12Converter(Preprocessing.vendorSample(), 224, 224)
        .convert(ImageFrame.read(Path.of(arguments[0])), frame);
    Files.write(Path.of(arguments[1]), frame.bytes().array());
  }
}
