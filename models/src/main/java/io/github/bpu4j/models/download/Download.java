// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * The download of one file, with as many requests as it takes.
 *
 * @since 0.1.0
 */
public final class Download {
  private final Wanted wanted;
  private final DownloadOptions options;

  /** Describes a download; nothing is done yet. */
  public Download(Wanted wanted, DownloadOptions options) {
    this.wanted = wanted;
    this.options = options;
  }

  /**
   * Downloads, and checks length and hash. What an earlier run has left is continued.
   *
   * <p>Only one thread of one process may do this for the same target at a time.
   *
   * @return the whole file, still under the name of the part
   * @throws DownloadException if the server does not give the right file
   * @throws InterruptedIOException if the thread is interrupted; what has come is kept
   * @throws IOException if the part cannot be written
   */
  public CompletePart run() throws IOException {
    try {
      return complete(new Requests(options), new Pauses(options));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException)
          new InterruptedIOException(
                  wanted.url() + ": interrupted; what has come is kept, and continued next time")
              .initCause(e);
    }
  }

  private CompletePart complete(Requests requests, Pauses pauses)
      throws IOException, InterruptedException {
    boolean continued = false;
    while (true) {
      try (PartFile part = PartFile.open(wanted.target(), wanted.url())) {
        continued = part.size() > 0;
        try {
          if (!part.isWhole()) {
            new Attempt(wanted, options, part).run(requests);
          }
          return checked(part, continued);
        } catch (DownloadException e) {
          pauses.after(e, part.channel().isOpen() ? part.size() : 0);
        }
      }
    }
  }

  private CompletePart checked(PartFile part, boolean continued) throws IOException {
    part.channel().force(true);
    long bytes = part.size();
    String found = Sha256.of(part.channel());
    String expected = wanted.sha256().orElse(found);
    if (found.equals(expected) && bytes == wanted.bytes().orElse(bytes)) {
      return new CompletePart(part.path(), wanted.target(), bytes, found);
    }
    part.discard();
    String message =
        "%s is not the published file: %d bytes with SHA-256 %s, expected %s; it was deleted"
            .formatted(wanted.url(), bytes, found, expected);
    // Pieces of two versions may have been put together; all of one may be right.
    throw continued ? DownloadException.passing(message) : DownloadException.lasting(message);
  }
}
