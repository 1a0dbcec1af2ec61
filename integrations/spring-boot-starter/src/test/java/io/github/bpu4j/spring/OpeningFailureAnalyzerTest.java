// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** What a developer reads when an application does not start. */
@ExtendWith(OutputCaptureExtension.class)
class OpeningFailureAnalyzerTest {
  @TempDir Path folder;

  /** An application of one line; its starter is found by its entry for auto-configuration. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static final class Application {}

  private static void start(String... properties) {
    SpringApplication application =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .properties(properties)
            .build();
    assertThatThrownBy(application::run).isNotNull();
  }

  @Test
  void aMissingModel(CapturedOutput output) {
    start("bpu4j.model=" + folder.resolve("absent.onnx"));
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "absent.onnx", "no such file")
        .contains("Set bpu4j.model to a model file that this process can read");
  }

  @Test
  void aRuntimeThatIsNotThere(CapturedOutput output) {
    start("bpu4j.runtime=bpu");
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "no runtime is named 'bpu'", "onnx: available")
        .contains("set bpu4j.runtime to another one's name");
  }

  @Test
  void labelsOfAnotherModel(CapturedOutput output) throws Exception {
    Path labels = Files.writeString(folder.resolve("labels.txt"), "ant\nbee\n");
    start("bpu4j.labels=" + labels);
    assertThat(output).contains("APPLICATION FAILED TO START", "Correct bpu4j.labels");
  }

  @Test
  void aValueOutOfRange(CapturedOutput output) {
    start("bpu4j.concurrency=100");
    assertThat(output).contains("APPLICATION FAILED TO START", "bpu4j.concurrency", "'100'");
  }

  @Test
  void noRuntimeAtAll() {
    FailureAnalysis analysis =
        new OpeningFailureAnalyzer()
            .analyze(new RuntimeUnavailableException("no runtime on the class path", Map.of()));
    assertThat(analysis.getAction()).contains("bpu4j-runtime-bpu", "bpu4j-runtime-onnx");
  }

  @Test
  void whatFailsLaterIsNotAboutOpening() {
    assertThat(new OpeningFailureAnalyzer().analyze(new InferenceException("x"))).isNull();
  }
}
