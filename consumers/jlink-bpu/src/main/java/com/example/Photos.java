// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.runtime.bpu.BpuOptions;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import io.github.bpu4j.stubs.NativeStubs;
import java.io.IOException;
import java.nio.file.Path;

/** Prints what a stand-in for the BPU says of a photo, with the native code of both jars. */
public final class Photos {
  private Photos() {}

  public static void main(String[] arguments) throws IOException {
    BpuOptions standIn = BpuOptions.defaults().withLibrary(NativeStubs.library());
    try (Classifier classifier =
        Classifier.builder()
            .model(Path.of(arguments[1]))
            .runtime(new BpuRuntime(standIn))
            .force(true)
            .open()) {
      ClassificationResult result = classifier.classify(Path.of(arguments[0]));
      System.out.println(
          result.best().index()
              + " "
              + result.best().name()
              + (result.simulated() ? ", simulated" : ""));
    }
  }
}
