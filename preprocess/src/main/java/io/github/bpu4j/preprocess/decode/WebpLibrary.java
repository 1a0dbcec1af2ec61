// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPWrapper;
import io.github.bpu4j.preprocess.ImageDecodeException;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * Creates readers of libwebp, and decides where its native code is unpacked.
 *
 * <p>The artifact copies it to a folder that a system property names, else among the temporary
 * files, compares the copy with the jar and loads it. For the time of loading, the property names a
 * new folder that only this user can write; afterwards the folder is removed, since what is loaded
 * needs no file. Where the application loaded the library before, it is as it is.
 */
final class WebpLibrary {
  private static final String FOLDER_PROPERTY = "com.luciad.imageio.webp.tmpdir";
  private static final String ARTIFACT = "com.github.usefulness:webp-imageio";

  private static boolean isLoaded;

  private WebpLibrary() {}

  static ImageReader newReader() throws ImageDecodeException {
    try {
      load();
      return new WebPImageReaderSpi().createReaderInstance(null);
    } catch (NoClassDefFoundError e) {
      throw new ImageDecodeException(
          "WebP needs "
              + ARTIFACT
              + " and kotlin-stdlib, which it brings, on the class path or module path; add this"
              + " artifact, or convert the picture to PNG",
          e);
    } catch (IOException e) {
      throw new ImageDecodeException(
          "WebP: the native code of %s cannot be unpacked: %s; name another folder for temporary"
                  .formatted(ARTIFACT, e.getMessage())
              + " files with -Djava.io.tmpdir=FOLDER, or convert the picture to PNG",
          e);
    }
  }

  private static synchronized void load() throws IOException {
    if (isLoaded) {
      return;
    }
    String before = System.getProperty(FOLDER_PROPERTY);
    try (UnpackingFolder folder = UnpackingFolder.create()) {
      System.setProperty(FOLDER_PROPERTY, folder.path().toString());
      WebPWrapper.loadNativeLibrary();
      isLoaded = true;
    } finally {
      if (before == null) {
        System.clearProperty(FOLDER_PROPERTY);
      } else {
        System.setProperty(FOLDER_PROPERTY, before);
      }
    }
  }

  /** What is said where there is no native code for the system, or it does not load. */
  static ImageDecodeException notLoaded(UnsatisfiedLinkError cause) {
    return new ImageDecodeException(
        "WebP: the native code of %s did not load on %s %s (glibc 2.27 is needed on Linux);"
                .formatted(ARTIFACT, System.getProperty("os.name"), System.getProperty("os.arch"))
            + " convert the picture to PNG",
        cause);
  }
}
