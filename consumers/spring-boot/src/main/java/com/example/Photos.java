// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.runtime.bpu.BpuOptions;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import io.github.bpu4j.stubs.NativeStubs;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Classifies a photo on the CPU and on the stand-in for the BPU. */
@SpringBootApplication
public class Photos {
  public static void main(String[] arguments) {
    SpringApplication.run(Photos.class, arguments).close();
  }

  @Bean
  Classifier cpu() {
    return Classifier.builder().runtime("onnx").open();
  }

  @Bean
  Classifier board() throws IOException {
    BpuOptions standIn = BpuOptions.defaults().withLibrary(NativeStubs.library());
    return Classifier.builder()
        .model(Path.of("target/resnet18_224x224_nv12.bin"))
        .runtime(new BpuRuntime(standIn))
        .force(true)
        .open();
  }

  @Bean
  CommandLineRunner classify(Classifier cpu, Classifier board) {
    return arguments -> {
      for (Classifier classifier : new Classifier[] {cpu, board}) {
        ClassificationResult result = classifier.classify(Path.of(arguments[0]));
        System.out.println(
            result.best().index()
                + " "
                + result.best().name()
                + (result.simulated() ? ", simulated" : ""));
      }
    };
  }
}
