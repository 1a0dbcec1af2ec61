// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The pictures that a run classifies over and over. */
public sealed interface Workload {
  /**
   * Classifies one of them.
   *
   * @param number counts the pictures of the run from 0
   */
  ClassificationResult classify(Classifier classifier, long number) throws IOException;

  /** Describes the pictures in the report. */
  Text describe();

  /**
   * NV12 frames in memory, as from a camera.
   *
   * @param frames must not change during the run
   * @param describe describes the frames in the report
   */
  record Frames(List<ImageFrame> frames, Text describe) implements Workload {
    @Override
    public ClassificationResult classify(Classifier classifier, long number) {
      return classifier.classify(frames.get((int) (number % frames.size())));
    }
  }

  /**
   * Picture files in memory, decoded each time.
   *
   * @param files content of the files
   * @param describe describes the files in the report
   */
  record Pictures(List<byte[]> files, Text describe) implements Workload {
    @Override
    public ClassificationResult classify(Classifier classifier, long number) throws IOException {
      return classifier.classify(files.get((int) (number % files.size())));
    }
  }

  /** One frame of random bytes. */
  static Workload random(int width, int height) throws IOException {
    byte[] noise = new byte[frameBytes(width, height)];
    new Random(1).nextBytes(noise);
    ImageFrame frame =
        ImageFrame.nv12(ByteBuffer.wrap(noise), width, height, width, YuvRange.VIDEO);
    return new Frames(List.of(frame), Text.of("perf.random", "random NV12 %dx%d", width, height));
  }

  /** All frames of a raw NV12 file, read into memory. */
  static Workload raw(Path file, int width, int height) throws IOException {
    int frameBytes = frameBytes(width, height);
    byte[] bytes = Files.readAllBytes(PathCheck.file(file, "a file of raw NV12 frames"));
    if (bytes.length == 0 || bytes.length % frameBytes != 0) {
      throw new IOException(
          "%s has %d bytes, which is not a whole number of NV12 frames of %dx%d (%d bytes each)"
              .formatted(file, bytes.length, width, height, frameBytes));
    }
    List<ImageFrame> frames = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += frameBytes) {
      ByteBuffer frame = ByteBuffer.wrap(bytes, at, frameBytes).slice();
      frames.add(ImageFrame.nv12(frame, width, height, width, YuvRange.VIDEO));
    }
    return new Frames(
        frames,
        Text.of("perf.raw", "%d NV12 frames %dx%d from %s", frames.size(), width, height, file));
  }

  private static int frameBytes(int width, int height) throws IOException {
    long bytes = (long) width * height * 3 / 2;
    if (bytes > Integer.MAX_VALUE - 8) {
      throw new IOException(
          "an NV12 frame of %dx%d takes %d bytes, more than an array can hold; choose a smaller --size"
              .formatted(width, height, bytes));
    }
    return (int) bytes;
  }

  /** Picture files, read into memory but not yet decoded. */
  static Workload pictures(List<Path> paths) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(
          Files.readAllBytes(PathCheck.file(path, "picture files; name them, as in photos/*.jpg")));
    }
    return new Pictures(
        files, Text.of("perf.files", "%d picture files, decoded each time", files.size()));
  }
}
