// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** A body on disk, so that uploads that wait for their turn take no memory; closing deletes it. */
record UploadedFile(Path path) implements AutoCloseable {
  private static final int BUFFER = 8192;

  /**
   * Copies a body.
   *
   * @throws MaxUploadSizeExceededException if it is longer than the limit
   */
  static UploadedFile of(InputStream body, long limit) throws IOException {
    UploadedFile file = new UploadedFile(Files.createTempFile("bpu4j-upload-", ".picture"));
    try (OutputStream out = Files.newOutputStream(file.path())) {
      byte[] buffer = new byte[BUFFER];
      long length = 0;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        length += read;
        if (length > limit) {
          throw new MaxUploadSizeExceededException(limit);
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
