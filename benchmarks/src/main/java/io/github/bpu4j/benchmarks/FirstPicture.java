// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Times the first picture of a JVM: from the bytes of a JPEG to NV12, classes loaded on the way.
 */
public final class FirstPicture {
  private FirstPicture() {}

  /**
   * Prints milliseconds.
   *
   * @param args the file
   */
  public static void main(String[] args) throws IOException {
    byte[] file = Files.readAllBytes(Path.of(args[0]));
    long start = System.nanoTime();
    Nv12Buffer target = Nv12Buffer.allocate(OpenCv.SIDE, OpenCv.SIDE);
    new Nv12Converter(Preprocessing.vendorSample(), OpenCv.SIDE, OpenCv.SIDE)
        .convert(file, DecodeLimits.defaults(), target);
    System.out.println((System.nanoTime() - start) / 1e6);
  }

  /** Runs it in processes of their own; returns what each took, in milliseconds. */
  public static List<Double> times(int processes, String java, List<String> jvmArgs)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("first", ".jpg");
    try {
      Files.write(file, JpegSet.PHOTO.files().get(0));
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < processes; i++) {
        times.add(time(file, java, jvmArgs));
      }
      return times;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static double time(Path file, String java, List<String> jvmArgs)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java, "-Djava.awt.headless=true"));
    command.addAll(jvmArgs);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(FirstPicture.class.getName(), file.toString()));
    return Double.parseDouble(ProgramRun.of(new ProcessBuilder(command)).outOfSuccess().strip());
  }
}
