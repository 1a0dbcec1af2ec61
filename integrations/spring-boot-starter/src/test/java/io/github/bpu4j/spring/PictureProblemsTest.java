// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** The answers of a web application to pictures that cannot be classified. */
class PictureProblemsTest {
  private static final byte[] TEXT = "not a picture".getBytes(StandardCharsets.UTF_8);

  private final WebApplicationContextRunner application =
      new WebApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  Bpu4jAutoConfiguration.class,
                  Bpu4jWebAutoConfiguration.class,
                  DispatcherServletAutoConfiguration.class,
                  HttpMessageConvertersAutoConfiguration.class,
                  JacksonAutoConfiguration.class,
                  WebMvcAutoConfiguration.class))
          .withBean(Uploads.class);

  /** A controller as an application has it. */
  @RestController
  record Uploads(Classifier classifier) {
    @PostMapping("/bytes")
    String bytes(@RequestBody byte[] picture) throws IOException {
      return classifier.classify(picture).best().name();
    }

    @PostMapping("/file")
    String file(@RequestBody byte[] picture) throws IOException {
      Path file = Files.write(Files.createTempFile("upload", ".jpg"), picture);
      try {
        return classifier.classify(file).best().name();
      } finally {
        Files.delete(file);
      }
    }

    @PostMapping("/later")
    CompletableFuture<String> later(@RequestBody byte[] picture) {
      return classifier.classifyAsync(picture).thenApply(result -> result.best().name());
    }

    @PostMapping("/multipart")
    String multipart(@RequestBody(required = false) byte @Nullable [] form) {
      switch (form == null ? 0 : form.length) {
        case 0 -> throw new MultipartException("in /tmp/secret");
        case 1 -> throw new MaxUploadSizeExceededException(1000);
        default -> {
          return "a form";
        }
      }
    }
  }

  private static ScriptedRuntime runtime(ScriptedAnswer answer) {
    return ScriptedRuntime.builder().scores(0, 1).answer(answer).build();
  }

  private static MvcTestResult send(WebApplicationContext context, String path, byte[] body) {
    return MockMvcTester.from(context).post().uri(path).content(body).exchange();
  }

  private static void expect(MvcTestResult answer, int status, String type, String detail)
      throws IOException {
    assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
    MockHttpServletResponse response = answer.getResponse();
    assertThat(response.getContentAsString())
        .contains("\"type\":\"tag:bpu4j.github.io,2026:" + type + "\"", "\"status\":" + status)
        .contains(detail)
        .doesNotContain("Exception", "DecodeLimits");
    assertThat(response.getHeader("Retry-After")).isEqualTo(status == 503 ? "1" : null);
  }

  @Test
  void aReasonOnTheServerIsNotTold() {
    ImageDecodeException failure =
        new ImageDecodeException(
            "WebP: the native code cannot be unpacked: /srv/tmp: disk full",
            new IOException("/srv/tmp: disk full"));
    assertThat(ClientDetail.of(new ImageDecodeException("/srv/a.webp: damaged", failure)))
        .isEqualTo("The picture is damaged or of a format that the server cannot decode.");
  }

  @Test
  void aBadPictureIsTheClientsMistakeAndNoPathOfTheServerIsTold() {
    application
        .withBean(ScriptedRuntime.class, () -> runtime(ScriptedAnswer.scores(0, 1)))
        .withPropertyValues("bpu4j.limits.max-side=50")
        .run(
            context -> {
              for (String path : new String[] {"/bytes", "/file", "/later"}) {
                MvcTestResult answer = send(context, path, TEXT);
                expect(answer, 400, "undecodable-picture", "unknown format");
                assertThat(answer.getResponse().getContentAsString())
                    .doesNotContain(".jpg", System.getProperty("java.io.tmpdir"));
              }
              expect(
                  send(context, "/bytes", TestPictures.png()),
                  400,
                  "undecodable-picture",
                  "64x48 pixels, the longest side allowed is 50\"");
              expect(send(context, "/multipart", new byte[0]), 400, "broken-form", "ends early");
              expect(
                  send(context, "/multipart", new byte[1]), 413, "upload-too-large", "1000 bytes");
            });
  }

  @Test
  void aPictureThatFitsIsAnswered() {
    application
        .withBean(ScriptedRuntime.class, () -> runtime(ScriptedAnswer.scores(0, 1)))
        .run(
            context ->
                assertThat(send(context, "/bytes", TestPictures.png()))
                    .hasStatusOk()
                    .hasBodyTextEqualTo("class_1"));
  }

  @Test
  void overloadAndTimeoutAskToRetry() {
    application
        .withBean(
            ScriptedRuntime.class,
            () ->
                runtime(
                    ScriptedAnswer.failure(
                        () -> new ClassifierBusyException("2 requests, secret"))))
        .run(context -> expect(send(context, "/bytes", TestPictures.png()), 503, "busy", "later"));
    application
        .withBean(
            ScriptedRuntime.class,
            () ->
                runtime(
                    ScriptedAnswer.failure(() -> new InferenceTimeoutException("on /dev/secret"))))
        .run(
            context -> {
              MvcTestResult answer = send(context, "/bytes", TestPictures.png());
              expect(answer, 503, "timeout", "later");
              assertThat(answer.getResponse().getContentAsString()).doesNotContain("secret");
            });
  }

  @Test
  void aFailedDeviceIsTheServersMistake() {
    application
        .withBean(ScriptedRuntime.class, () -> runtime(ScriptedAnswer.failure("no /dev/secret")))
        .run(
            context -> {
              MvcTestResult answer = send(context, "/bytes", TestPictures.png());
              expect(answer, 500, "inference-failed", "log");
              assertThat(answer.getResponse().getContentAsString()).doesNotContain("secret");
            });
  }

  @Test
  void itIsThereOnlyInAWebApplicationAndUnlessSwitchedOff() {
    ScriptedRuntime runtime = runtime(ScriptedAnswer.scores(0, 1));
    application
        .withBean(ScriptedRuntime.class, () -> runtime)
        .withPropertyValues("bpu4j.problem-details=false")
        .run(context -> assertThat(context).doesNotHaveBean(PictureProblems.class));
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(Bpu4jAutoConfiguration.class, Bpu4jWebAutoConfiguration.class))
        .withBean(ScriptedRuntime.class, () -> runtime)
        .run(context -> assertThat(context).doesNotHaveBean(PictureProblems.class));
  }
}
